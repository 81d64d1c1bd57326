import { TextField } from './fields';

/** Asked for when the rules warn and the authority decides all the same. */
export const ReasonField = ({ className }: { className?: string }) => (
  <TextField
    name="exceptionReason"
    label="Lý do nếu chưa đủ điều kiện"
    hint="Chỉ cần khi hệ thống cảnh báo mà cấp có thẩm quyền vẫn quyết định"
    maxLength={500}
    className={className}
  />
);
