import { type ActionCase, act, of, ofUnit, people, type RouteCase } from './cases';

export const routes: readonly RouteCase[] = [
  ofUnit('/meetings', 'minutes.read'),
  of('/meetings/[meetingId]', 'minutes.read', ({ submitted }) => `/meetings/${submitted}`, people),
  of('/meetings/[meetingId]/docx', 'minutes.read', ({ submitted }) => `/meetings/${submitted}/docx`, people),
  of('/print/minutes/[meetingId]', 'minutes.read', ({ submitted }) => `/print/minutes/${submitted}`, people),
  of('/meetings/[meetingId]/minutes', 'minutes.write', ({ draft }) => `/meetings/${draft}/minutes`, {
    ...people,
    orElse: 'minutes.read',
  }),
];

export const actions: readonly ActionCase[] = [
  act('meetings', 'start', 'minutes.write', ({ unit }) => ({ cellId: unit, month: '2026-01-01', kind: 'thematic' }), {
    spoilt: () => ({ month: '2099-01-01' }),
  }),
  act('meetings/[meetingId]', 'accept', 'minutes.accept', ({ submitted }) => ({ meetingId: submitted, version: '1' })),
  act('meetings/[meetingId]', 'returnToCell', 'minutes.accept', ({ submitted }) => ({
    meetingId: submitted,
    version: '1',
    reason: 'Thiếu nghị quyết',
  })),
  act('meetings/[meetingId]/minutes', 'save', 'minutes.write', ({ draft }) => ({
    meetingId: draft,
    version: '1',
    json: '{"minutes":{"place":"Nhà văn hóa"}}',
  })),
  act('meetings/[meetingId]/minutes', 'submit', 'minutes.write', ({ draft }) => ({
    meetingId: draft,
    version: '1',
    json: '{"minutes":{"place":"Nhà văn hóa"},"accepted":true}',
  })),
];
