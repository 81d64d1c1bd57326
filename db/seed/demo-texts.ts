/** What invented cells talk about and decide. */
export const CURRENT_AFFAIRS = [
  'Phổ biến nghị quyết của Đảng ủy về nhiệm vụ trọng tâm trong quý',
  'Thông tin thời sự trong nước, trong tỉnh; tài liệu sinh hoạt chi bộ tháng',
  'Quán triệt hướng dẫn về sinh hoạt chi bộ theo mô hình tổ chức mới',
  'Thông báo kết quả kỳ họp Hội đồng nhân dân và nhiệm vụ của địa phương',
];
export const OPINIONS = [
  'Đề nghị chi bộ phân công đảng viên bám từng nhóm hộ, nhất là các hộ ở xa trung tâm.',
  'Nhất trí với đánh giá của chi ủy; đề nghị nói rõ hơn việc chưa làm được và ai chịu trách nhiệm.',
  'Đường liên thôn sau mưa sạt một đoạn, đề nghị huy động ngày công sửa trước mùa vụ.',
  'Đề nghị quan tâm giúp đỡ quần chúng ưu tú, tạo điều kiện cho đi học lớp bồi dưỡng nhận thức về Đảng.',
  'Việc thu đảng phí nên làm đầu buổi họp để khỏi sót.',
  'Đề nghị nhắc nhở một số đảng viên đi làm ăn xa giữ liên hệ với chi bộ.',
  'Cần sớm rà soát hộ nghèo, hộ cận nghèo theo tiêu chí mới, công khai ở nhà văn hóa.',
  'Phong trào văn hóa, văn nghệ còn trầm; đề nghị đoàn thanh niên chủ động hơn.',
  'Đồng ý với dự thảo nghị quyết; bổ sung thời hạn hoàn thành từng việc.',
  'Đề nghị cấp trên hỗ trợ tập huấn sử dụng Sổ tay đảng viên điện tử cho đảng viên cao tuổi.',
  'Công tác vệ sinh môi trường cuối tuần cần giao cho từng tổ, có kiểm tra.',
  'Nhất trí đề nghị biểu dương đảng viên tích cực giúp dân thu hoạch.',
];
export const CONCLUSIONS = [
  'Chi bộ thống nhất đánh giá kết quả tháng qua và nhiệm vụ tháng tới; các đồng chí được phân công thực hiện đúng thời hạn.',
  'Đồng chí chủ trì tiếp thu các ý kiến, kết luận từng nội dung; giao chi ủy theo dõi, báo cáo tại kỳ sinh hoạt sau.',
  'Nhiệm vụ tháng qua cơ bản hoàn thành; việc còn chậm phải xong trước kỳ sinh hoạt tới.',
];
export const RESOLUTIONS = [
  'Thông qua nhiệm vụ trọng tâm tháng tới và phân công đảng viên phụ trách.',
  'Thống nhất vận động mỗi hộ một ngày công sửa đường, dọn vệ sinh khu dân cư.',
  'Thống nhất kế hoạch phát triển kinh tế, giúp ba hộ thoát nghèo trong năm.',
  'Thông qua kế hoạch kiểm tra, giám sát đảng viên chấp hành Điều lệ Đảng.',
  'Thống nhất giới thiệu quần chúng ưu tú đi học lớp bồi dưỡng nhận thức về Đảng.',
  'Thông qua kế hoạch sinh hoạt chuyên đề quý tới.',
];
export const ASSIGNMENTS = [
  'Lập danh sách hộ cần giúp ngày công và báo cáo chi ủy',
  'Thu đảng phí và cập nhật sổ theo dõi',
  'Chuẩn bị báo cáo dẫn đề cho buổi sinh hoạt chuyên đề',
  'Giúp đỡ quần chúng ưu tú hoàn thiện hồ sơ',
  'Nắm tình hình đảng viên đi làm ăn xa, báo cáo lý do vắng',
  'Hướng dẫn đảng viên cài đặt Sổ tay đảng viên điện tử',
  'Phối hợp đoàn thể tổ chức ngày vệ sinh môi trường',
  'Thăm hỏi đảng viên già yếu, ốm đau',
  'Rà soát quy chế làm việc của chi bộ',
];
export const EXCUSES = ['Ốm', 'Đi công tác', 'Chăm người nhà nằm viện', 'Trực cơ quan', 'Việc gia đình', 'Đi học tập trung'];
export const RETURNS = [
  'Thiếu ý kiến phát biểu và lý do vắng của hai đảng viên.',
  'Số phiếu biểu quyết chưa khớp số đảng viên chính thức.',
  'Chưa ghi rõ người thực hiện và thời hạn của việc đã giao.',
];
export const THEMES = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Nâng cao chất lượng sinh hoạt chi bộ',
  'Phát triển đảng viên trẻ, đảng viên người dân tộc thiểu số',
  'Chuyển đổi số trong công tác đảng ở cơ sở',
  'Đảng viên gương mẫu xây dựng nông thôn mới, đô thị văn minh',
];
