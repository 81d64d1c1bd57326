import { Checkbox, Choice, SelectField, TextArea, TextField } from '@/components/form/fields';
import { FormSection } from '@/components/form/personnel-decision';
import { ADMINISTRATION, PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import { LEVELS, RANKS, SYSTEMS, TIERS } from '@/domain/posts/kinds';
import type { PostSnapshot } from '@/domain/posts/snapshot';

type Props = { post?: PostSnapshot };
const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
const DEFENCE = [1, 2, 3, 4].map((number) => ({ value: String(number), label: `Đối tượng ${number}` }));

/** What the catalogue says of a title. */
export const PostFields = ({ post }: Props) => (
  <>
    <FormSection title="Chức danh">
      <TextField name="title" label="Tên chức danh" required value={post?.title} maxLength={200} className="md:col-span-2" />
      <TextField name="code" label="Mã" required value={post?.code} maxLength={30} />
      <SelectField
        name="system"
        label="Hệ thống"
        required
        empty="Chọn hệ thống"
        value={post?.system}
        options={optionsOf(SYSTEMS)}
      />
      <SelectField name="level" label="Cấp" required empty="Chọn cấp" value={post?.level} options={optionsOf(LEVELS)} />
      <SelectField
        name="tier"
        label="Diện quản lý"
        required
        empty="Chọn diện quản lý"
        value={post?.tier}
        options={optionsOf(TIERS)}
      />
      <Choice name="rank" label="Cấp trưởng, cấp phó" required value={post?.rank} options={optionsOf(RANKS)} />
      <Choice
        name="elected"
        label="Bầu cử hay bổ nhiệm"
        required
        value={post && (post.elected ? 'yes' : 'no')}
        options={[
          { value: 'yes', label: 'Bầu cử' },
          { value: 'no', label: 'Bổ nhiệm' },
        ]}
      />
      <TextField name="seats" label="Số lượng" required inputMode="numeric" value={text(post?.seats)} maxLength={3} />
      <TextField name="grade" label="Bậc chức danh" required inputMode="numeric" value={text(post?.grade)} maxLength={3} />
      <p className="text-ink-soft text-sm md:col-span-2">
        Bậc từ 1 đến 100: lớn hơn là chức danh cao hơn, cùng bậc là tương đương. Khi giảm số lượng, người giữ vị trí cuối được
        chuyển vào vị trí còn trống.
      </p>
      <TextField
        name="allowance"
        label="Hệ số phụ cấp"
        value={Number(post?.allowance) ? post?.allowance?.replace('.', ',') : ''}
        placeholder="0,65"
        maxLength={10}
      />
      <div>
        <Checkbox name="body" label="Là ghế trong cấp ủy (ban chấp hành, ban thường vụ)" checked={post?.body} />
        <Checkbox name="outsider" label="Không bố trí người địa phương" checked={post?.outsider} />
      </div>
    </FormSection>
    <StandardFields post={post} />
  </>
);

const StandardFields = ({ post }: Props) => (
  <FormSection title="Tiêu chuẩn chức danh">
    <SelectField
      name="professional"
      label="Chuyên môn từ"
      empty="Không quy định"
      value={post?.standards.professional}
      options={optionsOf(PROFESSIONAL)}
    />
    <SelectField
      name="theory"
      label="Lý luận chính trị từ"
      empty="Không quy định"
      value={post?.standards.theory}
      options={optionsOf(THEORY)}
    />
    <SelectField
      name="administration"
      label="Quản lý nhà nước từ"
      empty="Không quy định"
      value={post?.standards.administration}
      options={optionsOf(ADMINISTRATION)}
    />
    <SelectField
      name="defence"
      label="Bồi dưỡng quốc phòng và an ninh"
      empty="Không quy định"
      value={text(post?.standards.defence)}
      options={DEFENCE}
    />
    <TextField
      name="presentPostMonths"
      label="Số tháng giữ chức vụ hiện tại hoặc tương đương"
      inputMode="numeric"
      value={text(post?.standards.presentPostMonths)}
      maxLength={3}
    />
    <TextField
      name="grassrootsMonths"
      label="Số tháng công tác ở cơ sở"
      inputMode="numeric"
      value={text(post?.standards.grassrootsMonths)}
      maxLength={3}
    />
    <TextArea
      name="text"
      label="Tiêu chuẩn khác"
      hint="Những điều không tính được bằng số, ghi theo quy định"
      value={post?.standards.text}
      rows={4}
      maxLength={4000}
      className="md:col-span-2"
    />
  </FormSection>
);
