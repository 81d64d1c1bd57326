import { Refusal } from '@/components/shell/refusal';

/** Never shown: the door sends to the sign-in page. Without it Next sends its own English one along with every page. */
export default function Unauthorized() {
  return <Refusal why="forbidden" />;
}
