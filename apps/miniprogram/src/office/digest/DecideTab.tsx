import { type DecisionOutcome } from '@lianxin/shared';
import { App, Button, Space } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { Digest, DigestItem } from '@/api/types';
import { Empty } from '@/components/Empty';
import { neighbourOf } from '../moderation/neighbour';
import type { DeskKey } from '../parts/desk-keys';
import { KeyHelp } from '../parts/KeyHelp';
import { useDeskKeys } from '../parts/useDeskKeys';
import { DecisionFacts } from './DecisionFacts';
import { DecisionForm, REASON_ID } from './DecisionForm';
import { DecisionTag } from './DigestTags';
import { type DecisionValues, nextUndecided, outcomeOfKey } from './decision-form';
import { RemarkForm } from './RemarkForm';
import { RemarkList } from './RemarkList';
import { SubmissionText } from './SubmissionText';
import type { DigestWork } from './useDigest';
import { useRemarks } from './useRemarks';

const decidable = (items: readonly DigestItem[]) =>
  items.map(({ id, decision, pending }) => ({ id, decided: decision !== null || pending !== null }));

interface DecideTabProps {
  readonly digest: Digest;
  readonly work: DigestWork;
}

/** The meeting: every item is read, decided and signed off by a second person, with the leaders' remarks beside it. */
export function DecideTab({ digest, work }: DecideTabProps) {
  const { message, modal } = App.useApp();
  const { items } = digest;
  const remarks = useRemarks(digest.id, digest.viewer !== 'desk');
  const [chosenId, setChosenId] = useState<string | undefined>(nextUndecided(decidable(items), undefined)?.id);
  const [correctingId, setCorrectingId] = useState<string>();
  const [before, setBefore] = useState<DecisionValues>();
  const [help, setHelp] = useState(false);
  const [signing, setSigning] = useState(false);
  const chooseOutcome = useRef<(outcome: DecisionOutcome) => void>();
  const list = useRef<HTMLUListElement>(null);
  const chosen = items.find((item) => item.id === chosenId) ?? items[0];
  const bodies = useMemo(
    () => [
      ...new Set(
        items
          .map((item) => (item.pending ?? item.decision)?.responsibleBody)
          .filter((name) => name !== null && name !== undefined),
      ),
    ],
    [items],
  );

  const choose = (id: string | undefined) => {
    setChosenId(id);
    setCorrectingId(undefined);
    list.current?.querySelector(`[data-item="${id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const mayDecide = chosen?.allowedActions.includes('decide') ?? false;
  const mayCorrect = chosen?.allowedActions.includes('correct') ?? false;
  const maySign = chosen?.allowedActions.includes('sign_off') ?? false;
  const correcting = mayCorrect && correctingId === chosen?.id;
  const writing = mayDecide || correcting;

  const sign = async (what: () => Promise<unknown>, words: string) => {
    setSigning(true);
    try {
      await what();
      void message.success(words);
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setSigning(false);
    }
  };
  const signChosen = () => {
    if (!chosen || !maySign || signing) return;
    const next = items.find((item) => item.id !== chosen.id && item.allowedActions.includes('sign_off'));
    void sign(async () => {
      await work.signOff(chosen);
      if (next) choose(next.id);
    }, `已签发“${chosen.submission.title}”`);
  };
  const signAll = () =>
    modal.confirm({
      title: `签发 ${digest.unsignedCount} 件决定？`,
      content: '由您本人记录的决定不在其中，要请另一位签发。签发以后只能更正。',
      okText: '签发',
      onOk: () => sign(work.signOffAll, '已签发'),
    });
  const saved = (values: DecisionValues) => {
    setBefore(values);
    setCorrectingId(undefined);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (correcting) {
      void message.success('更正已记录，请另一位签发');
      return;
    }
    const next = nextUndecided(decidable(items), chosen?.id);
    if (next) choose(next.id);
    else void message.success('每一件都有决定了');
  };
  const takeOutcome = (key: string) => {
    const outcome = outcomeOfKey(key);
    if (!outcome || !writing) return;
    chooseOutcome.current?.(outcome);
    document.getElementById(REASON_ID)?.focus();
  };
  const go = (step: 1 | -1) => choose(neighbourOf(items, chosen?.id, step)?.id);
  const keys: readonly DeskKey[] = [
    { key: 'j', words: '下一件', run: () => go(1) },
    { key: 'k', words: '上一件', run: () => go(-1) },
    {
      key: 'n',
      words: '下一件没有决定的',
      run: () => choose(nextUndecided(decidable(items), chosen?.id)?.id ?? chosen?.id),
    },
    { key: '1', words: '采纳，接着写理由', run: () => takeOutcome('1') },
    { key: '2', words: '部分采纳，接着写理由', run: () => takeOutcome('2') },
    { key: '3', words: '留存参考，接着写理由', run: () => takeOutcome('3') },
    { key: '4', words: '未采纳，接着写理由', run: () => takeOutcome('4') },
    { key: 's', words: '签发', run: signChosen },
    { key: '?', words: '键盘操作（填写时：Ctrl+回车保存并到下一件，Esc 离开输入框）', run: () => setHelp(true) },
  ];
  useDeskKeys(keys);

  if (!chosen) return <Empty title="汇总里没有条目" />;
  const general = (remarks.query.data ?? []).filter((remark) => remark.itemId === null);
  const onItem = (remarks.query.data ?? []).filter((remark) => remark.itemId === chosen.id);
  const recorded = decidable(items).filter((item) => item.decided).length;
  let section: string | null | undefined;
  return (
    <>
      <Space wrap className="desk-toolbar">
        <strong role="status">{`已记录 ${recorded} / ${items.length} 件`}</strong>
        {digest.unsignedCount > 0 && <span>{`待签发 ${digest.unsignedCount} 件`}</span>}
        {digest.allowedActions.includes('sign_off') && (
          <Button type="primary" loading={signing} onClick={signAll}>
            全部签发
          </Button>
        )}
        <KeyHelp keys={keys} open={help} onOpen={setHelp} />
      </Space>
      {general.length > 0 && (
        <div className="desk-toolbar">
          <RemarkList remarks={general} label="对整个汇总的批注" />
        </div>
      )}
      <div className="digest__three">
        <ul className="digest__list" aria-label="条目" ref={list}>
          {items.map((item) => {
            const first = item.sectionId !== section;
            section = item.sectionId;
            const heading = digest.sections.find(({ id }) => id === item.sectionId)?.title;
            return (
              <li key={item.id}>
                {first && heading && <div className="digest__list-heading">{heading}</div>}
                <button
                  type="button"
                  data-item={item.id}
                  className={`digest__list-item ${item.id === chosen.id ? 'digest__list-item--chosen' : ''}`}
                  aria-current={item.id === chosen.id}
                  onClick={() => choose(item.id)}
                >
                  <span className="digest__list-title">{`${item.position}. ${item.submission.title}`}</span>
                  <span className="digest__list-tags">
                    <DecisionTag item={item} />
                    {item.remarkCount > 0 && <span className="lx-soft lx-small">{`批注 ${item.remarkCount}`}</span>}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        <section className="digest__reading" aria-label="内容">
          <h3 className="digest__item-title">{`${chosen.position}. ${chosen.submission.title}`}</h3>
          <SubmissionText item={chosen} />
        </section>
        <aside className="digest__deciding" aria-label="批注和决定">
          {onItem.length > 0 && <RemarkList remarks={onItem} label="对这一件的批注" />}
          <DecisionFacts item={writing && !correcting ? { ...chosen, pending: null } : chosen} />
          {chosen.pending && writing && (
            <p className="lx-soft lx-small">
              {`${chosen.pending.recordedByName}已记录，${chosen.pending.recordedByViewer ? '要请另一位签发' : '等待签发'}；签发前可以在下面改。`}
            </p>
          )}
          {maySign && (
            <Button type="primary" block loading={signing} onClick={signChosen}>
              签发这一件（s）
            </Button>
          )}
          {writing && (
            <DecisionForm
              key={`${chosen.id} ${chosen.version} ${correcting}`}
              item={chosen}
              correction={correcting}
              before={before}
              bodies={bodies}
              work={work}
              onSaved={saved}
              bindOutcome={(take) => {
                chooseOutcome.current = take;
              }}
            />
          )}
          {mayCorrect && !correcting && (
            <Button block onClick={() => setCorrectingId(chosen.id)}>
              更正这项决定
            </Button>
          )}
          {chosen.allowedActions.includes('remark') && (
            <RemarkForm key={chosen.id} digestId={digest.id} itemId={chosen.id} leave={remarks.leave} />
          )}
        </aside>
      </div>
    </>
  );
}
