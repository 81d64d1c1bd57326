import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isBusy } from '@/db/errors';

const HEADER = 'x-answer-id';
const RETRY_SECONDS = 10;

/** Without style sheet, script or data: nothing that could be missing as well. */
const PAGE = `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Máy chủ đang bận · Sổ Tổ Chức</title></head>
<body style="font-family: 'Be Vietnam Pro', system-ui, sans-serif; font-size: 18px; line-height: 1.6; color: #1d1b18; background: #f7f5f1; margin: 0">
<main style="max-width: 36rem; margin: 0 auto; padding: 4rem 1.25rem">
<h1 style="font-size: 1.6rem; line-height: 1.3">Máy chủ đang bận</h1>
<p>Hiện chưa lấy được dữ liệu. Những gì hệ thống đã báo là đã lưu vẫn còn nguyên. Hãy đợi một phút rồi thử lại; nếu vẫn như vậy, báo cho quản trị hệ thống.</p>
<p>Nếu vừa gửi một biểu mẫu, hãy dùng nút quay lại của trình duyệt để thấy nội dung đã nhập rồi gửi lại.</p>
<p><a href="" style="display: inline-block; min-height: 44px; line-height: 44px; padding: 0 1.25rem; border-radius: 8px; background: #9f1d20; color: #fff; text-decoration: none">Thử lại</a></p>
</main></body></html>
`;

const open = new Map<string, ServerResponse>();

/** Keeps the answers that are still to come, under a number that Next hands on with the request. Call once, when the server starts. */
export function keepOpenAnswers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const id = randomUUID();
    request.headers[HEADER] = id;
    open.set(id, response);
    response.once('close', () => open.delete(id));
  });
}

/**
 * Next answers every error of a page with 500 and an empty body that only a script fills. Where the reason is a database that is away or has no
 * connection left, this answers 503 and a plain page, before Next does. An answer already begun is left to `error.tsx`.
 */
export function answerWhenBusy(error: unknown, headers: NodeJS.Dict<string | string[]>): void {
  const response = open.get(String(headers[HEADER]));
  if (!response || response.headersSent || !isBusy(error)) return;
  response.writeHead(503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': String(RETRY_SECONDS),
  });
  response.end(PAGE);
  const done = () => response;
  const noMore = { setHeader: done, appendHeader: done, removeHeader: done, writeHead: done, flushHeaders: done, end: done };
  Object.assign(response, noMore, { write: () => true });
}
