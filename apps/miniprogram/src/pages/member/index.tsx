import { useRouter } from '@tarojs/taro';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { writeUrl } from '@/navigation/letters';
import { MemberView, useMember } from './MemberView';

/** A member's page: who it is, how letters are answered, and the way to write. */
export default function MemberPage() {
  const id = useRouter<{ id?: string }>().params.id ?? '';
  const { data: member } = useMember(id);
  return (
    <Page
      title={member ? `${member.name}委员` : '委员'}
      bottom={
        member?.acceptsLetters && (
          <BottomBar>
            <Button block kind="primary" href={writeUrl(id)}>
              {`给${member.name}委员写信`}
            </Button>
          </BottomBar>
        )
      }
    >
      <MemberView id={id} />
    </Page>
  );
}
