import { Refusal } from '@/components/shell/refusal';

export default function NotFound() {
  return <Refusal why="not-found" inside />;
}
