'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

const PAUSE_MS = 1_500;

/** Asks the server for the page again, a pause after each answer, while something is under way; without script one reloads by hand. */
export function Refresh() {
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  useEffect(() => {
    if (asking) return;
    const timer = setTimeout(() => startAsking(() => router.refresh()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asking, router]);
  return <noscript>Hãy tải lại trang để xem tiến độ.</noscript>;
}
