import { Button } from 'antd';
import { useEffect } from 'react';
import type { IntakeItem } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { OpinionDesk } from '../opinion/OpinionDesk';
import { MoreRows } from '../parts/MoreRows';
import { submissionKindInWords, submissionUrl } from '../parts/submissions';
import { VoiceDesk } from '../voice/VoiceDesk';
import type { useIntake } from './useIntake';
import { namesInWords } from './words';

interface IntakeBesideProps {
  readonly intake: Pick<ReturnType<typeof useIntake>, 'list' | 'stand'>;
  readonly current: IntakeItem;
  readonly onClose: () => void;
}

const buttonId = (id: string) => `beside-${id}`;

/** The queue as a narrow list with the thing that is open beside it, for going through one after the other. */
export function IntakeBeside({ intake: { list, stand }, current, onClose }: IntakeBesideProps) {
  useEffect(() => {
    document.getElementById(buttonId(current.id))?.scrollIntoView({ block: 'nearest' });
  }, [current.id]);
  return (
    <div className="beside">
      <div className="beside__list">
        <ul aria-label="意见" className="beside__items">
          {list.items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                id={buttonId(item.id)}
                className={`beside__item ${item.id === current.id ? 'beside__item--current' : ''}`}
                aria-current={item.id === current.id}
                onClick={() => stand(item)}
              >
                <span className="beside__title">{item.title}</span>
                <span className="lx-soft beside__line">
                  {`${submissionKindInWords(item.kind, item.opinionKind)} · ${namesInWords(item.authorNames)}`}
                </span>
                <span>
                  <DeadlineTag state={item.deadline} dueAt={item.due} />
                  {item.presentNames.length > 0 && (
                    <span className="intake__present">{`${namesInWords(item.presentNames)}正在看`}</span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <MoreRows list={list} />
      </div>
      <section className="beside__detail" aria-label="打开的意见">
        <div className="beside__bar">
          <Button size="small" onClick={onClose}>
            回到列表（Esc）
          </Button>
          <Button size="small" type="link" href={submissionUrl(current)} target="_blank">
            在新窗口打开
          </Button>
        </div>
        {current.kind === 'opinion' ? (
          <OpinionDesk key={current.id} id={current.id} />
        ) : (
          <VoiceDesk key={current.id} id={current.id} />
        )}
      </section>
    </div>
  );
}
