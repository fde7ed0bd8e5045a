import { Page } from '@/components/Page';

export default function LetterPage() {
  return <Page title="来信">{null}</Page>;
}
