import { Page } from '@/components/Page';

export default function ModerationPage() {
  return <Page title="内容审核">{null}</Page>;
}
