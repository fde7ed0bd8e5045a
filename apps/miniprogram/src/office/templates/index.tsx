import { KeptCards } from '@/components/KeptCards';
import { useAnswerTemplates } from '@/hooks/useAnswerTemplates';
import { DeskPage } from '../parts/DeskPage';

function Content() {
  return <KeptCards list={useAnswerTemplates('office')} />;
}

/** The answer templates that the office gives to all members. */
export default function OfficeTemplatesPage() {
  return (
    <DeskPage title="回复模板" url="/office/templates/index">
      <Content />
    </DeskPage>
  );
}
