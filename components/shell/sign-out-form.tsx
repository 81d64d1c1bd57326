'use client';

import type { ReactNode } from 'react';

/** Leaves nothing in the browser of what this person typed or read; whoever sits down next finds it empty. */
function forgetTyped(): void {
  try {
    localStorage.clear();
  } catch {
    // A forbidden store holds nothing.
  }
}

export const SignOutForm = ({ signOut, children }: { signOut: () => Promise<void>; children: ReactNode }) => (
  <form action={signOut} onSubmit={forgetTyped}>
    {children}
  </form>
);
