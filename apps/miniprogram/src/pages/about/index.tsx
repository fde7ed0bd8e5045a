import { Page } from '@/components/Page';

export default function AboutPage() {
  return <Page title="关于连心桥">{null}</Page>;
}
