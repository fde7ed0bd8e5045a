import { ApiProblem, NetworkFailure, sentenceOf } from '@/api/problem';
import { openSignIn } from '@/navigation';
import { Button } from '../Button';
import { Empty } from '../Empty';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What a screen shows when its content could not be had: the reason in plain words, and the way on. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const retry = (
    <Button kind="primary" onTap={onRetry}>
      重新加载
    </Button>
  );
  if (error instanceof NetworkFailure) {
    return (
      <Empty
        kind="offline"
        title={error.reason === 'timeout' ? '网络太慢' : '网络没有连上'}
        text="请检查网络，再试一次。"
      >
        {retry}
      </Empty>
    );
  }
  if (error instanceof ApiProblem && error.status === 401) {
    return (
      <Empty kind="empty" title="请先登录" text="登录以后才能看到这里的内容。">
        <Button kind="primary" onTap={openSignIn}>
          去登录
        </Button>
      </Empty>
    );
  }
  if (error instanceof ApiProblem && error.status < 500)
    return <Empty kind="error" title="打不开" text={error.detail} />;
  return (
    <Empty kind="error" title="没有加载成功" text={sentenceOf(error)}>
      {retry}
    </Empty>
  );
}
