import type { Permission } from '@/domain/access/offices';

/** A task with its few steps, for whoever has the right that it needs; null: for everyone signed in. */
export type Topic = { needs: Permission | null; title: string; href?: string; steps: string[] };

export const TOPICS: readonly Topic[] = [
  {
    needs: 'minutes.write',
    title: 'Ghi biên bản sinh hoạt chi bộ',
    href: '/meetings',
    steps: [
      'Ở “Việc của tôi”, chạm dòng “Ghi biên bản” của tháng này. Nơi họp, giờ họp được điền sẵn như tháng trước.',
      'Danh sách điểm danh ghi sẵn mọi người có mặt; chỉ chạm vào người vắng và chọn lý do.',
      'Nội dung được lưu sau mỗi lần gõ. Mất mạng thì giữ trên máy này và tự gửi khi có mạng trở lại; đóng trang rồi mở lại vẫn còn.',
      'Bấm “Nộp biên bản” khi đã xong. Nộp rồi thì khóa; cần sửa thì đề nghị Đảng ủy trả lại.',
    ],
  },
  {
    needs: 'minutes.accept',
    title: 'Duyệt hoặc trả lại biên bản',
    href: '/meetings',
    steps: [
      'Mở biên bản đã nộp, đọc, rồi chọn “Duyệt” hoặc “Trả lại” kèm lý do để chi bộ sửa.',
      'Người ghi hoặc nộp biên bản không tự duyệt biên bản đó.',
      'Biên bản trả lại được rút khỏi số liệu của tháng cho đến khi nộp lại.',
    ],
  },
  {
    needs: 'member.import',
    title: 'Nhập danh sách đảng viên từ Excel',
    href: '/members/import',
    steps: [
      'Chọn tệp .xlsx. Hệ thống tự tìm trang tính và dòng tiêu đề, bỏ qua trang ẩn, dòng tổng cộng và chữ ký.',
      'Kiểm tra cột nào là mục nào; lần sau tệp cùng mẫu sẽ được nhớ.',
      'Xem trước từng dòng: mới, thay đổi, giữ nguyên, cần quyết định, sai. Dòng sai không được ghi vào sổ; tải về kèm lý do để sửa.',
      'Ghi vào sổ một lần cho tất cả, và có thể rút lại cả lần nhập nếu nhầm tệp.',
    ],
  },
  {
    needs: 'member.event',
    title: 'Ghi biến động đảng viên',
    href: '/members',
    steps: [
      'Mở đảng viên, chọn “Ghi biến động”: công nhận chính thức, chuyển sinh hoạt, miễn sinh hoạt, xóa tên, từ trần…',
      'Mỗi biến động có ngày hiệu lực và quyết định kèm theo. Sổ không sửa, không xóa: ghi nhầm thì “Hủy bút toán” và nêu lý do.',
    ],
  },
  {
    needs: 'rotation.read',
    title: 'Luân chuyển cán bộ',
    href: '/rotations',
    steps: [
      'Lập kế hoạch với từng vị trí; người lập không tự phê duyệt. Kế hoạch được duyệt thì chọn nhân sự, ghi các bước, rồi ghi quyết định.',
      'Quyết định luân chuyển ghi luôn chức vụ mới và kết thúc chức vụ cũ. Hằng năm ghi đánh giá của nơi tiếp nhận; đến hạn thì ghi bố trí sau luân chuyển.',
      'Ghi nhầm quyết định, gia hạn hoặc kết thúc thì người có thẩm quyền “Hủy bút toán” ở trang của lượt đó và nêu lý do: chức vụ trở lại như trước. Đã có quyết định sau thì hủy quyết định sau trước.',
      'Chưa đủ điều kiện thì trang nêu rõ quy định; cấp có thẩm quyền vẫn quyết định thì ghi lý do.',
      '“Gợi ý” nêu vị trí cần người và xếp nhân sự theo điểm của từng tiêu chí; điểm đổi ở Tham số quy định. Hệ thống không quyết định thay.',
      'Lượt đã qua chỉ còn trên giấy thì “Ghi luân chuyển đã qua”: chức vụ, đơn vị theo tên lúc đó, không rõ ngày thì ghi tháng. Ghi nhầm thì hủy cả lượt, nêu lý do, rồi ghi lại.',
      'Số liệu đã báo cáo ghi đúng như báo cáo; phần cộng không khớp được nêu ra, không tự sửa.',
    ],
  },
  {
    needs: 'rating.read',
    title: 'Xếp loại cán bộ, tập thể',
    href: '/ratings',
    steps: [
      'Lập nhóm gồm các chức danh hoặc tổ chức tương đương; trần “xuất sắc” tính trong từng nhóm, làm tròn xuống. Chưa quyết định thì còn thêm người, tổ chức vào nhóm được.',
      'Mở từng dòng để ghi điểm, số việc được giao, đúng hạn, mức tự xếp. Trang cho biết mức theo điểm và điều kiện, từng điều kiện đạt hay chưa, theo quy định nào.',
      'Đề xuất khác mức đó thì ghi lý do. Người đề xuất không quyết định; người có thẩm quyền chọn mức, thấy ngay trần còn hay vượt, rồi ghi một quyết định cho cả nhóm.',
      'Đơn vị được xếp loại tự ghi điểm, mức và lý do của mình ở “Tự nhận xếp loại của đơn vị”, đến khi có quyết định; đơn vị khác và đề xuất của cấp trên không hiện ở đó.',
      'Đã quyết định thì chỉ thay đổi bằng quyết định khác. Mỗi lần xem, in, xuất đều vào nhật ký.',
    ],
  },
  {
    needs: 'training.read',
    title: 'Đào tạo, bồi dưỡng',
    href: '/trainings',
    steps: [
      'Mở lớp, cử người đi học (cán bộ trong quy hoạch được gợi ý sẵn), ghi kết quả. Ai hoàn thành thì lớp vào hồ sơ cán bộ.',
      'Người và lượt đếm riêng: một người học hai lớp là một người, hai lượt.',
      '“Nhu cầu học” cho biết cán bộ quy hoạch nào còn thiếu lớp lý luận chính trị hoặc quốc phòng, an ninh. Bảng nhu cầu và danh sách học viên kèm kết quả đều có bản in.',
    ],
  },
  {
    needs: 'staffing.read',
    title: 'Theo dõi biên chế',
    href: '/staffing',
    steps: [
      'Số được giao, số có mặt ghi ở nơi quản lý người; cấp trên tự cộng. Thừa ở nơi này không bù cho thiếu ở nơi khác.',
      'Ghi tăng, giảm theo lý do. Phần chênh mà sổ tăng, giảm chưa giải thích được nêu ở cột “Chưa rõ lý do”.',
      'Lộ trình giảm tính từ năm gốc, chia đều đến năm cuối theo tham số quy định.',
    ],
  },
  {
    needs: 'briefing.read',
    title: 'Đọc giao ban quý',
    href: '/briefings',
    steps: [
      'Mọi con số đều mở được: bấm vào số để xem đúng những người, những buổi họp làm nên số đó.',
      'Đầu kỳ + tăng − giảm = cuối kỳ, ở từng đảng bộ. Chỗ nào không khớp sẽ được nói rõ.',
      'Chốt số liệu để giữ nguyên báo cáo; sau khi chốt, trang cho biết sổ đã thay đổi những gì.',
    ],
  },
  {
    needs: 'post.read',
    title: 'Danh mục chức danh và vị trí còn khuyết',
    href: '/posts',
    steps: [
      'Danh mục xếp theo tổ chức, từ chức danh cao nhất. Người giữ thuộc diện cấp trên quản lý thì không hiện tên.',
      '“Khuyết” tự tính từ quyết định: chưa từng có người giữ, người giữ đã thôi hoặc ra khỏi sổ đảng viên, người mới chưa đến ngày giữ. Lâu nhất đứng trước.',
      '“Ghi thay đổi” giữ nội dung cũ trong các lần ghi danh mục. Số lượng giảm được đến số người đang giữ; người ở vị trí cuối được chuyển vào vị trí trống. Chức danh mới và ngày kết thúc ghi trước được, đến ngày tự có hiệu lực.',
    ],
  },
  {
    needs: 'cadre.read',
    title: 'Hồ sơ cán bộ',
    href: '/cadres',
    steps: [
      'Chỉ thấy cán bộ thuộc diện cấp mình quản lý; người giữ nhiều chức danh thì theo chức danh do cấp cao nhất quản lý. Mỗi lần mở hồ sơ, in, xuất đều vào nhật ký.',
      '“Lập hồ sơ” tìm một đảng viên. Quá trình công tác, đào tạo, khen thưởng, kỷ luật ghi từng dòng; chức vụ thay đổi bằng quyết định, không sửa tay.',
      'Mẫu 2C, tiểu sử tóm tắt in từ trang hồ sơ; danh sách trích ngang chọn cột ở trang danh sách, in ngang khổ A4 (danh sách dài in thành từng phần, số thứ tự nối tiếp) hoặc tải Excel kèm mục đích.',
    ],
  },
  {
    needs: 'appointment.decide',
    title: 'Ghi quyết định về chức vụ',
    href: '/cadres',
    steps: [
      'Mở hồ sơ, bấm “Ghi giữ chức vụ”, tìm chức danh, nhập quyết định. Chọn chức vụ cũ để ghi thôi giữ từ cùng ngày, hoặc đánh dấu kiêm nhiệm.',
      'Nơi đang tạm dừng công tác cán bộ, người thiếu tháng công tác, thời hạn quá mức quy định: hệ thống hỏi lý do; cảnh báo và lý do được giữ bên quyết định.',
      '“Bổ nhiệm lại, kéo dài”, “Thôi giữ” ở ngay dòng chức vụ. Ghi nhầm thì “Hủy bút toán” kèm lý do; bút toán vẫn còn trong sổ, gạch ngang.',
    ],
  },
  {
    needs: 'cadre.read',
    title: 'Nhắc việc cán bộ, rà điều kiện',
    href: '/cadres/alarms',
    steps: [
      'Trang nhắc việc đếm các chức danh sắp hết thời hạn, người nghỉ hưu từng tháng trong năm năm tới và chứng chỉ sắp hết giá trị; bấm vào số để mở danh sách.',
      'Đề xuất khi hết thời hạn (bổ nhiệm lại, kéo dài, chuẩn bị nhân sự thay) tính theo số tháng còn công tác, có ghi căn cứ.',
      '“Rà điều kiện” xét một cán bộ với một chức danh: từng điều kiện đạt, chưa đạt hay do cấp có thẩm quyền quyết định, theo quy định có hiệu lực ngày xét. Lần xem được ghi vào nhật ký.',
    ],
  },
  {
    needs: 'succession.write',
    title: 'Lập quy hoạch cán bộ',
    href: '/succession',
    steps: [
      '“Mở đợt quy hoạch” cho một nhiệm kỳ: mỗi nơi có chức danh trong danh mục có ngay một danh sách với hạn trình.',
      'Mở danh sách, chọn “Tìm người” ở chức danh rồi “Làm thử”: mọi tỷ lệ và số người còn thiếu thay đổi trước mắt, chưa có gì được lưu. “Thử bỏ” cũng vậy.',
      'Điều chưa đúng quy định được nêu kèm căn cứ; nếu cấp có thẩm quyền vẫn quyết định thì ghi lý do khi đề xuất.',
      'Ghi phiếu từng bước (tính trên số người được triệu tập), rồi trình. Danh sách đã trình đứng yên cho đến khi phê duyệt hoặc trả lại.',
      'Bấm vào một con số của “Cơ cấu của cả đợt” để xem đúng những người được tính: theo độ tuổi, nữ, trẻ, dân tộc thiểu số.',
      'Mỗi lần xem, in, xuất danh sách đều vào nhật ký; bản chưa duyệt mang dòng “Dự thảo, lưu hành nội bộ”.',
    ],
  },
  {
    needs: 'succession.approve',
    title: 'Phê duyệt quy hoạch, đưa ra khỏi quy hoạch',
    href: '/succession',
    steps: [
      'Mở danh sách đã trình, chọn người được phê duyệt, ghi quyết định. Người lập, người trình không tự phê duyệt.',
      'Đưa một người ra khỏi quy hoạch: mở tên người đó, chọn lý do và ghi quyết định. Tên vẫn còn trong sổ và trong danh sách của những ngày trước.',
    ],
  },
  {
    needs: 'procedure.read',
    title: 'Quy trình nhân sự',
    href: '/procedures',
    steps: [
      'Mở quy trình cho một chức danh, ghi văn bản xin chủ trương; khi có trả lời, hạn hoàn thành bắt đầu tính theo ngày làm việc.',
      'Thêm nhân sự trước bước 1, rồi ghi từng bước: triệu tập, có mặt, phiếu phát ra, thu về, hợp lệ, số phiếu của từng người. Hệ thống tính trên số được triệu tập hoặc tổng số thành viên, không tính trên số có mặt.',
      'Đúng một nửa số phiếu thì ghi người đứng đầu đã quyết định chọn ai. Họp lại hoặc ghi nhầm thì ghi thêm một lần có lý do; lần trước vẫn còn trong sổ.',
      'Kết quả phiếu bước 2 và bước 4 không công bố nên không có trên bản in. Mỗi lần xem kết quả phiếu được ghi vào nhật ký.',
      'Sắp hết thời hạn giữ chức vụ: mở quy trình bổ nhiệm lại, kéo dài từ danh sách “Hết thời hạn” hoặc từ hồ sơ cán bộ. Ba bước: thông báo, cá nhân tự nhận xét, tập thể lãnh đạo bỏ phiếu; hình thức được đề xuất theo số tháng còn lại đến tuổi nghỉ hưu.',
      'Người có thẩm quyền ghi quyết định: chức vụ mới bắt đầu, chức vụ cũ kết thúc, vị trí cũ được báo trống. Các quyết định khác ghi từ hồ sơ cán bộ.',
      'Ghi nhầm quyết định thì hủy bút toán ở hồ sơ của người được quyết định: quy trình trở lại chờ quyết định, nêu rõ quyết định nào đã hủy, ngày hủy, lý do; ghi lại quyết định đúng trên chính quy trình đó.',
      'Khi quyết định còn điều chưa đúng (thông báo chậm, thiếu tháng công tác, quyết định chậm, đang tạm dừng công tác cán bộ, hồ sơ thiếu), hệ thống hỏi lý do; cảnh báo và lý do được giữ bên quyết định.',
    ],
  },
  {
    needs: 'audit.read',
    title: 'Kiểm tra nhật ký',
    href: '/audit',
    steps: [
      'Nhật ký chỉ ghi thêm: ai đã làm gì, xem gì, lúc nào. Lọc theo ngày, theo việc hoặc theo mã bản ghi.',
      '“Kiểm tra chuỗi” tính lại từng dòng và đối chiếu với tệp niêm nằm ngoài cơ sở dữ liệu; dòng bị sửa, xóa hay chèn được nêu rõ.',
      '“In dấu niêm” lập bản kê để ký và cất giữ. Lần sau, nhập dấu trên bản giấy vào ô đối chiếu: hệ thống phải tìm thấy đúng giờ đã ghi.',
    ],
  },
  {
    needs: null,
    title: 'Tài khoản và an toàn',
    href: '/account',
    steps: [
      'Ở trang tài khoản có thể đổi mật khẩu, bật mã một lần, xem và đóng các phiên đang đăng nhập ở nơi khác.',
      'Không nhập, không tải lên nội dung bí mật nhà nước.',
      'Mỗi lần xem thông tin nhạy cảm hoặc xuất danh sách đều được ghi vào nhật ký.',
    ],
  },
];
