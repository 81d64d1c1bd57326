import { type ActionCase, act, decision, of, ofUnit, page, people, type RouteCase, type Target } from './cases';

const ofProcedure = ({ procedure }: Target) => ({ procedureId: procedure, version: '1' });

export const routes: readonly RouteCase[] = [
  ofUnit('/procedures', 'procedure.read'),
  page('/procedures/new', ['procedure.write']),
  of('/procedures/[procedureId]', 'procedure.read', ({ procedure }) => `/procedures/${procedure}`, people),
  of('/procedures/[procedureId]/candidates', 'procedure.write', ({ procedure }) => `/procedures/${procedure}/candidates`, people),
  of(
    '/procedures/[procedureId]/steps/[number]',
    'procedure.write',
    ({ procedure }) => `/procedures/${procedure}/steps/2`,
    people,
  ),
  of(
    '/procedures/[procedureId]/papers/[candidateId]',
    'procedure.read',
    ({ procedure, candidate }) => `/procedures/${procedure}/papers/${candidate}`,
    people,
  ),
  of('/procedures/[procedureId]/decision', 'appointment.decide', ({ procedure }) => `/procedures/${procedure}/decision`, people),
  of(
    '/procedures/decisions/[appointmentId]',
    'appointment.decide',
    ({ appointment }) => `/procedures/decisions/${appointment}`,
    people,
  ),
  of(
    '/procedures/renewals/[appointmentId]',
    'procedure.write',
    ({ appointment }) => `/procedures/renewals/${appointment}`,
    people,
  ),
  of('/print/procedures/[procedureId]', 'procedure.read', ({ procedure }) => `/print/procedures/${procedure}`, people),
  of(
    '/print/procedures/[procedureId]/steps/[number]',
    'procedure.read',
    ({ procedure }) => `/print/procedures/${procedure}/steps/2`,
    people,
  ),
];

export const actions: readonly ActionCase[] = [
  act(
    'procedures',
    'open',
    'procedure.write',
    ({ post }, { today }) => ({ postId: post, source: 'local', reason: 'Kiện toàn', openedOn: today, policyAskedOn: today }),
    { spoilt: () => ({ openedOn: '01/01/2099' }) },
  ),
  act('procedures', 'answer', 'procedure.write', (target, { today }) => ({
    ...ofProcedure(target),
    policyAnsweredOn: today,
    policyNumber: '8-CV/TU',
    policyApproved: 'yes',
  })),
  act('procedures', 'add', 'procedure.write', (target) => ({ ...ofProcedure(target), cadreId: target.cadre })),
  act('procedures', 'remove', 'procedure.write', (target) => ({ ...ofProcedure(target), candidateId: target.candidate })),
  act('procedures', 'record', 'procedure.write', (target, { today }) => ({
    ...ofProcedure(target),
    number: '3',
    heldOn: today,
    againReason: 'Trình lại',
  })),
  act('procedures', 'receive', 'procedure.write', (target, { today }) => ({
    ...ofProcedure(target),
    candidateId: target.candidate,
    'paper-health': today,
  })),
  act('procedures', 'conclude', 'appointment.decide', (target, around) => ({
    ...ofProcedure(target),
    ...decision(around),
    candidateId: target.candidate,
    kind: 'appointed',
    fromOn: around.today,
    ends: target.appointment,
  })),
  act('procedures', 'openToRenew', 'procedure.write', ({ appointment }, { today }) => ({
    ...{ appointmentId: appointment, version: '1', reason: 'Hết thời hạn giữ chức vụ', openedOn: today },
  })),
  act('procedures', 'renew', 'appointment.decide', (target, around) => ({
    ...ofProcedure(target),
    ...decision(around),
    decision: 'reappointment',
    until: '',
    exceptionReason: 'Theo kết luận',
  })),
  act('procedures', 'stop', 'procedure.write', (target) => ({ ...ofProcedure(target), stopReason: 'Có vấn đề mới' })),
  act('procedures', 'decide', 'appointment.decide', ({ appointment }, around) => ({
    ...decision(around),
    decision: 'resignation',
    appointmentId: appointment,
    version: '1',
  })),
];
