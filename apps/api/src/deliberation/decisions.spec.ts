import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECLINED, DigestWorld, REFERRED } from '../../test/digests.js';
import type { Refusal } from '../../test/letters.js';
import { Audit } from '../platform/audit/audit.js';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { Database } from '../platform/database/database.js';
import { Journey } from '../platform/journey/journey.js';
import { Decisions } from './decisions.service.js';
import type { ChangedDigestItem } from './digests.views.js';

let world: DigestWorld;

beforeAll(async () => {
  world = await DigestWorld.start();
});

afterAll(() => world.test.stop());

/** A submitted digest with so many items. @returns its id and those of its items and submissions. */
async function submitted(count = 1) {
  const refs = await world.accepted(count);
  const { id, items } = await world.submitted(refs);
  return { id, refs, itemIds: items.map((item) => item.id) };
}

describe('what a decision must say', () => {
  const fields = (reply: { body: Refusal }) => reply.body.errors?.map(({ field, code }) => `${field} ${code}`);

  it.each([
    [{ ...DECLINED, reason: undefined }, ['reason isString']],
    [{ ...DECLINED, reason: '' }, ['reason minLength']],
    [{ ...DECLINED, reason: ' \u200b ' }, ['reason minLength']],
    [{ ...DECLINED, outcome: 'postponed' }, ['outcome isIn']],
    [{ ...DECLINED, use: 'proposal' }, ['use use_unfit']],
    [
      { ...DECLINED, responsibleBody: '县水利局', dueDate: '2026-06-30' },
      ['responsibleBody body_unfit', 'dueDate date_unfit'],
    ],
    [{ outcome: 'noted', reason: '留存。', use: 'key_research' }, ['use use_unfit']],
    [{ outcome: 'adopted', reason: '同意。' }, ['use use_missing']],
    [{ outcome: 'partly_adopted', reason: '同意。', use: null }, ['use use_missing']],
    [
      { outcome: 'adopted', reason: '同意。', use: 'referral' },
      ['responsibleBody body_missing', 'dueDate date_missing'],
    ],
    [
      { outcome: 'adopted', reason: '同意。', use: 'proposal', dueDate: '2026-06-30' },
      ['responsibleBody body_missing'],
    ],
    [{ ...REFERRED, dueDate: '2026-03-04' }, ['dueDate date_before_meeting']],
    [{ ...REFERRED, dueDate: '2026-02-30' }, ['dueDate isIso8601']],
  ])('%j is refused', async (decision, expected) => {
    const { id, itemIds } = await submitted();
    const [itemId = ''] = itemIds;
    const before = await world.rows(id);
    const body = { version: 1, ...decision };
    const reply = await world.ask<Refusal>(world.office, 'PUT', `/digests/${id}/items/${itemId}/decision`, body);
    expect([reply.status, fields(reply)]).toEqual([422, expected]);
    expect(reply.body.detail).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(await world.rows(id)).toEqual(before);
  });

  it('a correction says why', async () => {
    const digest = await world.at('decided');
    const [item] = digest.items;
    const body = { version: item?.version, ...DECLINED };
    const path = `/digests/${digest.id}/items/${item?.id}/correction`;
    const reply = await world.ask<Refusal>(world.office, 'POST', path, body);
    expect([reply.status, fields(reply)]).toEqual([422, ['correctionReason isString']]);
  });
});

describe('the second person', () => {
  it('sees what the first recorded; the first cannot sign it, unless a leader has recorded it anew', async () => {
    const { id, itemIds } = await submitted();
    const [itemId = ''] = itemIds;
    await world.decide(id, itemId, REFERRED);
    const own = await world.item(id, itemId);
    expect(own.pending).toMatchObject({ outcome: 'adopted', recordedByViewer: true, recordedByName: '办公室' });
    expect([own.decision, own.allowedActions]).toEqual([null, ['decide', 'word_feedback']]);

    const body = { version: own.version, ...DECLINED };
    const path = `/digests/${id}/items/${itemId}/decision`;
    const second = await world.must<ChangedDigestItem>(world.leader, 'PUT', path, body);
    expect(second.item.pending).toMatchObject({ outcome: 'declined', revision: 1, recordedByName: '主席' });
    const { version } = await world.itemRow(itemId);
    const byLeader = await world.ask<Refusal>(world.leader, 'POST', `/digests/${id}/items/${itemId}/sign-off`, {
      version,
    });
    expect([byLeader.status, byLeader.body.code]).toEqual([409, 'action_not_allowed']);
    await world.signOff(id, itemId, world.office);
    expect((await world.item(id, itemId)).decision).toMatchObject({ outcome: 'declined', signedByName: '办公室' });
  });

  it('signs only what was there to be read: a decision changed meanwhile is refused', async () => {
    const { id, itemIds } = await submitted();
    const [itemId = ''] = itemIds;
    await world.decide(id, itemId, REFERRED);
    const read = await world.show(id, world.signer);
    await world.decide(id, itemId, DECLINED);
    const item = { version: read.items[0]?.version };
    const one = await world.ask<Refusal>(world.signer, 'POST', `/digests/${id}/items/${itemId}/sign-off`, item);
    expect([one.status, one.body.code]).toEqual([409, 'version_conflict']);
    const digest = { version: read.version };
    const all = await world.ask<Refusal>(world.signer, 'POST', `/digests/${id}/sign-off`, digest);
    expect([all.status, all.body.code]).toEqual([409, 'version_conflict']);
  });

  it('signs all at once, except what that person recorded', async () => {
    const { id, itemIds } = await submitted(3);
    const [first = '', second = '', third = ''] = itemIds;
    await world.decide(id, first, REFERRED);
    await world.decide(id, second, DECLINED, world.leader);
    await world.decide(id, third, DECLINED, world.signer);
    const { version } = await world.row(id);
    const body = await world.must(world.signer, 'POST', `/digests/${id}/sign-off`, { version });
    expect(body.items.map(({ decision, pending }) => [decision?.outcome, pending?.outcome])).toEqual([
      ['adopted', undefined],
      ['declined', undefined],
      [undefined, 'declined'],
    ]);
    expect(body).toMatchObject({ state: 'submitted', itemCount: 3, decidedCount: 2, unsignedCount: 1 });
    expect(body.allowedActions).toEqual(['decide', 'word_feedback']);
  });

  it('two who sign at the same moment: one signs, the other is told', async () => {
    const { id, itemIds } = await submitted();
    const [itemId = ''] = itemIds;
    await world.decide(id, itemId);
    const { version } = await world.itemRow(itemId);
    const replies = await Promise.all(
      [world.signer, world.leader, world.secondLeader].map((person) =>
        world.ask<Refusal>(person, 'POST', `/digests/${id}/items/${itemId}/sign-off`, { version }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('the last signature', () => {
  it('makes the digest decided, moves every submission, sets the deadline from the meeting and tells the office', async () => {
    const { id, refs, itemIds } = await submitted(2);
    const [first = '', second = ''] = itemIds;
    await world.decide(id, first);
    await world.signOff(id, first);
    expect(await Promise.all(refs.map((ref) => world.stateOf(ref)))).toEqual(['listed', 'listed']);
    await world.decide(id, second, { outcome: 'noted', reason: '留存参考。' });
    await world.signOff(id, second, world.leader);
    const digest = await world.show(id);
    // Ten working days after Thursday 5 March 2026.
    expect(digest).toMatchObject({ state: 'decided', decidedCount: 2, feedbackDue: '2026-03-19T23:59:59.999+08:00' });
    expect(await Promise.all(refs.map((ref) => world.stateOf(ref)))).toEqual(['decided', 'decided']);
    expect(await world.voices.notices(world.office, 'digest_decided')).toContainEqual(
      expect.objectContaining({ aboutId: id, as: 'desk' }),
    );
    const steps = await world.test.app.get(Journey).of(id, ...itemIds, ...refs.map((ref) => ref.id));
    const told = steps.filter(({ type }) => ['item_decided', 'digest_decided', 'opinion_decided'].includes(type));
    expect(told.map(({ type }) => type).sort()).toEqual(
      ['digest_decided', 'item_decided', 'item_decided', 'opinion_decided', 'opinion_decided'].sort(),
    );
    expect(told.find(({ subjectId }) => subjectId === refs[1]?.id)?.facts).toMatchObject({
      digestId: id,
      itemId: second,
      outcome: 'noted',
    });
  });

  it('a decision signed before the others are can be taken again, and needs a signature again', async () => {
    const { id, itemIds } = await submitted(2);
    const [first = '', second = ''] = itemIds;
    await world.decide(id, first);
    await world.signOff(id, first);
    await world.decide(id, first, DECLINED);
    await world.decide(id, second, DECLINED);
    await world.signOff(id, second);
    const waiting = await world.item(id, first);
    expect(waiting).toMatchObject({ decision: { revision: 1 }, pending: { revision: 2 } });
    expect((await world.row(id)).state).toBe('submitted');
    await world.signOff(id, first);
    expect((await world.row(id)).state).toBe('decided');
    const item = await world.item(id, first);
    expect([item.decision?.revision, item.history.map(({ revision }) => revision)]).toEqual([2, [1]]);
  });
});

describe('a correction', () => {
  it('keeps what was decided before, is in force once signed by another person, and waits to be sent again', async () => {
    const digest = await world.at('fed_back');
    const { id } = digest;
    const itemId = digest.items[0]?.id ?? '';
    expect(digest.items[0]?.fedBack).toBe(true);
    await world.correct(id, itemId, DECLINED);
    const before = await world.item(id, itemId);
    expect(before).toMatchObject({ decision: { outcome: 'adopted' }, pending: { correctionReason: '记录有误。' } });
    const { version } = await world.itemRow(itemId);
    const byRecorder = await world.ask(world.office, 'POST', `/digests/${id}/items/${itemId}/sign-off`, { version });
    expect(byRecorder.status).toBe(409);
    await world.signOff(id, itemId, world.leader);
    const after = await world.show(id);
    expect(after.items[0]).toMatchObject({
      decision: { outcome: 'declined', revision: 2, correctionReason: '记录有误。' },
      pending: null,
      history: [{ outcome: 'adopted', revision: 1, use: 'referral', responsibleBody: '县住房和城乡建设局' }],
      fedBack: false,
    });
    expect([after.state, after.allowedActions]).toEqual(['fed_back', ['correct', 'word_feedback', 'send_feedback']]);
    const steps = await world.test.app.get(Journey).of(itemId);
    expect(steps.map(({ type }) => type)).toEqual(['item_decided', 'item_corrected']);
    const current = await world.test.app.get(Decisions).currentOf([itemId]);
    expect(current.get(itemId)?.outcome).toBe('declined');
  });

  it('every record and every signature is in the audit log', async () => {
    const digest = await world.at('corrected');
    const entries = await world.test.app.get(Database).read.find(AuditEntry, { order: { sequence: 'ASC' } });
    const own = entries.filter(({ subjectId }) => [digest.id, digest.items[0]?.id].includes(subjectId));
    expect(own.map(({ action, accountId }) => [action, accountId])).toEqual([
      ['decision.record', world.office.accountId],
      ['decision.sign', world.signer.accountId],
      ['decision.record', world.office.accountId],
    ]);
    expect(await world.test.app.get(Audit).verify()).toBeNull();
  });
});

it('outcomes are found by submission, only once signed', async () => {
  const { id, refs, itemIds } = await submitted();
  const [itemId = ''] = itemIds;
  const decisions = world.test.app.get(Decisions);
  await world.decide(id, itemId);
  expect((await decisions.outcomesOf(refs)).size).toBe(0);
  await world.signOff(id, itemId);
  expect((await decisions.outcomesOf(refs)).get(`opinion:${refs[0]?.id}`)).toMatchObject({ outcome: 'adopted' });
  expect((await decisions.itemOfSubmission(refs[0] ?? { kind: 'opinion', id: '' }))?.id).toBe(itemId);
});
