import { forbidden } from 'next/navigation';

/** Shown in place of a page of another role. */
export default function ForbiddenPage(): never {
  forbidden();
}
