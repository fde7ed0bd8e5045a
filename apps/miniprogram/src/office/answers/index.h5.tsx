import { DeskShell } from '../DeskShell';
import { KeptTable } from '../parts/KeptTable';
import { usePublishedAnswers } from './usePublishedAnswers';

function Content() {
  return <KeptTable list={usePublishedAnswers()} titleHead="问题" linesHead="答复" />;
}

/** Answers that everyone may read, kept by the office. */
export default function PublishedAnswersPage() {
  return (
    <DeskShell title="公开答复" url="/office/answers/index">
      <Content />
    </DeskShell>
  );
}
