'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type ActionState, NEW } from '@/domain/action-state';
import type { Minutes } from '@/domain/meetings/inputs';
import type { Problem } from '@/domain/problems';

export type Send = (before: ActionState, form: FormData) => Promise<ActionState>;

/** Where the typed text is kept right now. */
export type Keeping =
  | { is: 'saved'; at: Date | null }
  | { is: 'saving' }
  | { is: 'offline' }
  | { is: 'conflict'; message: string }
  | { is: 'refused'; problems: Problem[] };

type Held = { minutes: Minutes; version: number };

const WAIT_MS = 1_500;
const RETRY_MS = 5_000;

const keyOf = (meetingId: string) => `minutes:${meetingId}`;

function readHeld(meetingId: string): Held | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(meetingId)) ?? 'null') as Held | null;
  } catch {
    return null;
  }
}

function hold(meetingId: string, held: Held): void {
  try {
    localStorage.setItem(keyOf(meetingId), JSON.stringify(held));
  } catch {
    // A full or forbidden store: the server's draft remains the only copy.
  }
}

export const forget = (meetingId: string): void => localStorage.removeItem(keyOf(meetingId));

export function body(
  meetingId: string,
  version: number,
  minutes: Minutes,
  more: Record<string, unknown> = {},
  key?: string,
): FormData {
  const form = new FormData();
  form.set('json', JSON.stringify({ meetingId, version, minutes, ...more }));
  if (key) form.set('key', key);
  return form;
}

/**
 * Keeps the minutes while they are typed: in this browser at once, on the server a moment later, and again until the network is back.
 * A newer version on the server stops the saving and is told; nothing is overwritten and the typed text stays in this browser.
 */
export function useKeeping(meetingId: string, opened: Held, savedAt: string | null, save: Send) {
  const [minutes, setMinutes] = useState(opened.minutes);
  const [keeping, setKeeping] = useState<Keeping>({ is: 'saved', at: savedAt ? new Date(savedAt) : null });
  const [elsewhere, setElsewhere] = useState<Minutes | null>(null);
  const version = useRef(opened.version);
  const latest = useRef(opened.minutes);
  const dirty = useRef(false);
  const sending = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    await sending.current;
    if (!dirty.current) return;
    const sent = latest.current;
    dirty.current = false;
    setKeeping({ is: 'saving' });
    const again = () => {
      dirty.current = true;
      setKeeping({ is: 'offline' });
      timer.current = setTimeout(() => void flush(), RETRY_MS);
    };
    sending.current = save(NEW, body(meetingId, version.current, sent))
      .then((state) => {
        if (state.status === 'done') {
          version.current = (state.result as { version: number }).version;
          if (latest.current === sent) forget(meetingId);
          else hold(meetingId, { minutes: latest.current, version: version.current });
          setKeeping({ is: 'saved', at: new Date() });
        } else if (state.status === 'problems') {
          const stale = state.problems.find((problem) => problem.stale);
          setKeeping(stale ? { is: 'conflict', message: stale.message } : { is: 'refused', problems: state.problems });
        } else again();
      })
      .catch(again);
    await sending.current;
    sending.current = null;
  }, [meetingId, save]);

  const edit = useCallback(
    (next: Minutes) => {
      latest.current = next;
      dirty.current = true;
      setMinutes(next);
      hold(meetingId, { minutes: next, version: version.current });
      setKeeping((now) => (now.is === 'conflict' || now.is === 'offline' ? now : { is: 'saving' }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), WAIT_MS);
    },
    [meetingId, flush],
  );

  useEffect(() => {
    const held = readHeld(meetingId);
    if (held && JSON.stringify(held.minutes) !== JSON.stringify(opened.minutes)) {
      if (held.version === opened.version) edit({ ...opened.minutes, ...held.minutes });
      else setElsewhere(held.minutes);
    }
    const online = () => void flush();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      clearTimeout(timer.current);
    };
  }, [meetingId, opened, edit, flush]);

  const takeElsewhere = () => {
    if (elsewhere) edit({ ...opened.minutes, ...elsewhere });
    setElsewhere(null);
  };
  const dropElsewhere = () => {
    forget(meetingId);
    setElsewhere(null);
  };
  return { minutes, edit, keeping, flush, version, elsewhere, takeElsewhere, dropElsewhere };
}
