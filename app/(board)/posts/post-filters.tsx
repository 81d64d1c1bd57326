import { FilterForm, FilterSearch, FilterSelect } from '@/components/form/filters';
import { type PostFilterValues, postsAddress } from '@/domain/posts/filters';
import { LEVELS, RANKS, SYSTEMS, TIERS } from '@/domain/posts/kinds';

type Props = { path: string; unitId: string; values: PostFilterValues; search?: boolean };

/** What the catalogue, and the list of vacancies, are narrowed to. */
export const PostFilters = ({ path, unitId, values, search }: Props) => (
  <FilterForm
    action={path}
    label="Lọc danh mục chức danh"
    unitId={unitId}
    clear={Object.keys(values).length ? postsAddress({}, { unit: unitId }, path) : null}
  >
    {search && <FilterSearch label="Tìm chức danh" value={values.q} />}
    <FilterSelect name="system" label="Hệ thống" words={SYSTEMS} value={values.system} />
    <FilterSelect name="level" label="Cấp" words={LEVELS} value={values.level} />
    <FilterSelect name="tier" label="Diện quản lý" words={TIERS} value={values.tier} />
    <FilterSelect name="rank" label="Cấp trưởng, cấp phó" words={RANKS} value={values.rank} />
    {search && (
      <>
        <FilterSelect name="vacant" label="Mọi vị trí" words={{ yes: 'Chỉ chức danh còn khuyết' }} value={values.vacant} />
        <FilterSelect
          name="state"
          label="Đang có trong danh mục"
          words={{ ahead: 'Sắp vào, sắp ra danh mục', ended: 'Đã kết thúc' }}
          value={values.state}
        />
      </>
    )}
  </FilterForm>
);
