import { LIMITS, textLength } from '@lianxin/shared';
import { App, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { DigestFeedback, ItemFeedback } from '@/api/types';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { formatMoment } from '@/format/dates';
import { useDraft } from '@/hooks/useDraft';
import { OutcomeTag } from './DigestTags';
import { waitingFeedback } from './feedback-count';
import { useFeedback } from './useFeedback';

type Feedback = ReturnType<typeof useFeedback>;

interface ItemWordsProps {
  readonly item: ItemFeedback;
  readonly editable: boolean;
  readonly word: Feedback['word'];
}

function ItemWords({ item, editable, word }: ItemWordsProps) {
  const { message } = App.useApp();
  const draft = useDraft(`feedback-text:${item.itemId}:${item.version}`, { text: item.text });
  const [busy, setBusy] = useState(false);
  const { text } = draft.value;
  const over = textLength(text.trim()) - LIMITS.feedbackText;
  const changed = text.trim() !== item.text;
  const save = async (words: string | null) => {
    setBusy(true);
    try {
      await word(item, words);
      draft.clear();
      void message.success(words === null ? '已恢复自动生成的文字' : '反馈文字已保存');
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  if (!editable) return <div className="lx-prose">{item.text}</div>;
  return (
    <>
      <Input.TextArea
        aria-label={`“${item.submission.title}”的反馈文字`}
        autoSize={{ minRows: 3, maxRows: 12 }}
        value={text}
        status={over > 0 || text.trim() === '' ? 'error' : undefined}
        onChange={(event) => draft.update({ text: event.target.value })}
      />
      <Space wrap className="digest__below">
        {changed && (
          <Button
            size="small"
            type="primary"
            loading={busy}
            disabled={over > 0 || text.trim() === ''}
            onClick={() => void save(text.trim())}
          >
            保存文字
          </Button>
        )}
        {changed && (
          <Button size="small" onClick={draft.clear}>
            不改了
          </Button>
        )}
        {item.edited && !changed && (
          <Button size="small" loading={busy} onClick={() => void save(null)}>
            恢复自动生成的文字
          </Button>
        )}
        {over > 0 && <span className="digest__over">{`多了 ${over} 字`}</span>}
      </Space>
    </>
  );
}

function recipientsInWords({ recipients, sourceCount }: ItemFeedback): string {
  if (recipients.length === 0) return '背后没有委员，发送时自动完成';
  const names = recipients.map(({ name }) => name).join('、');
  return sourceCount > 0 ? `发给 ${names}；之后由委员转告 ${sourceCount} 封来信` : `发给 ${names}`;
}

interface SendingProps {
  readonly feedback: DigestFeedback;
  readonly send: Feedback['send'];
}

function Sending({ feedback, send }: SendingProps) {
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const waiting = waitingFeedback(feedback.items);
  const ask = () =>
    modal.confirm({
      title: `发送 ${waiting.items} 件的采纳情况反馈？`,
      content: `${waiting.members} 位委员会收到结果、理由和感谢的话${
        waiting.letters > 0 ? `，并为 ${waiting.letters} 封来信备好转告` : ''
      }。发出后不能撤回。`,
      okText: '发送反馈',
      onOk: async () => {
        setBusy(true);
        try {
          await send(feedback);
          void message.success('反馈已发送');
        } catch (error) {
          void message.error(sentenceOf(error));
        } finally {
          setBusy(false);
        }
      },
    });
  return (
    <Space wrap className="desk-toolbar">
      {feedback.allowedActions.includes('send_feedback') ? (
        <Button type="primary" size="large" loading={busy} onClick={ask}>
          {`发送反馈（${waiting.items} 件，${waiting.members} 位委员）`}
        </Button>
      ) : (
        <span className="lx-soft">
          {feedback.state === 'submitted' ? '每一件都有签发的决定后，就可以一次发送。文字可以先改好。' : '都已反馈。'}
        </span>
      )}
    </Space>
  );
}

interface FeedbackTabProps {
  readonly digestId: string;
}

/** The adoption feedback of a digest: the words for each item, ready-made and editable, whom they reach, and one press to send all. */
export function FeedbackTab({ digestId }: FeedbackTabProps) {
  const { query, word, send } = useFeedback(digestId);
  return (
    <QueryView query={query}>
      {(feedback) => (
        <>
          <Sending feedback={feedback} send={send} />
          <ol className="digest__feedback" aria-label="每一件的反馈">
            {feedback.items.map((item) => (
              <li key={item.itemId} className="lx-card">
                <div className="lx-row">
                  <strong>{`${item.position}. ${item.submission.title}`}</strong>
                  {item.decision && <OutcomeTag outcome={item.decision.outcome} />}
                  {item.decision && item.decision.revision > 1 && <Tag tone="warn">更正后的决定</Tag>}
                  {item.sentAt && <Tag tone="good">{`${formatMoment(item.sentAt)}已发送`}</Tag>}
                  {item.sentAt && item.recipients.length > 0 && (
                    <span className="lx-soft lx-small">{`${item.readCount} / ${item.recipients.length} 位已读`}</span>
                  )}
                </div>
                <p className="lx-soft lx-small">{recipientsInWords(item)}</p>
                {item.decision ? (
                  <ItemWords
                    key={item.version}
                    item={item}
                    editable={item.sentAt === null && feedback.allowedActions.includes('word_feedback')}
                    word={word}
                  />
                ) : (
                  <Notice>决定签发后，这里会有备好的文字。</Notice>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </QueryView>
  );
}
