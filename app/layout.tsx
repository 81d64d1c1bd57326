import './fonts.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { default: 'Sổ Tổ Chức', template: '%s · Sổ Tổ Chức' },
  robots: { index: false, follow: false },
};
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** Reading the headers keeps every page dynamic: the nonce of the content security policy is new for each answer. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers();
  return (
    <html lang="vi">
      <body>{children}</body>
    </html>
  );
}
