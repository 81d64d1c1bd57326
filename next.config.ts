import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'exceljs', 'docx', '@node-rs/argon2', 'pino', 'echarts'],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '12mb' } },
  distDir: process.env.NEXT_DIST ?? '.next',
};

export default config;
