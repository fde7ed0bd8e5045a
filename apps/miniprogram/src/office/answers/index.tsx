import { KeptCards } from '@/components/KeptCards';
import { DeskPage } from '../parts/DeskPage';
import { usePublishedAnswers } from './usePublishedAnswers';

function Content() {
  return <KeptCards list={usePublishedAnswers()} />;
}

/** Answers that everyone may read, kept by the office. */
export default function PublishedAnswersPage() {
  return (
    <DeskPage title="公开答复" url="/office/answers/index">
      <Content />
    </DeskPage>
  );
}
