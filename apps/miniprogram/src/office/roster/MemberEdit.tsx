import { LIMITS } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import type { MemberDetail, Photo } from '@/api/types';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { KeptForm } from '@/components/KeptForm';
import type { KeptField } from '@/components/KeptForm/kept';
import { Notice } from '@/components/Notice';
import { PhotoPicker } from '@/components/PhotoPicker';
import { QueryView } from '@/components/QueryView';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';

type MemberValues = {
  readonly name: string;
  readonly workUnit: string;
  readonly post: string;
  readonly field: string;
  readonly sectorId: string;
  readonly committeeId: string;
  readonly townshipId: string;
  readonly term: string;
  readonly bio: string;
};

interface MemberEditProps {
  readonly id: string;
  readonly onDone: () => void;
}

function useFields(): readonly KeptField<MemberValues>[] {
  const choicesOf = (units: ReturnType<typeof useDirectoryUnits>) =>
    units.map(({ id, name }) => ({ value: id, label: name }));
  const sectors = choicesOf(useDirectoryUnits('sector'));
  const committees = choicesOf(useDirectoryUnits('committee'));
  const townships = choicesOf(useDirectoryUnits('township'));
  return [
    { name: 'name', label: '姓名', kind: 'line', max: LIMITS.personName },
    { name: 'workUnit', label: '工作单位', kind: 'line', max: LIMITS.workUnit, optional: true },
    { name: 'post', label: '职务', kind: 'line', max: LIMITS.post, optional: true },
    { name: 'field', label: '专业领域', kind: 'line', max: LIMITS.field, optional: true },
    { name: 'sectorId', label: '界别', kind: 'select', choices: sectors },
    { name: 'committeeId', label: '专门委员会', kind: 'select', choices: committees, optional: true },
    { name: 'townshipId', label: '乡镇(街道)', kind: 'select', choices: townships, optional: true },
    { name: 'term', label: '届次', kind: 'line', max: LIMITS.term },
    { name: 'bio', label: '简介', kind: 'text', max: LIMITS.bio, optional: true },
  ];
}

function valuesOf(member: MemberDetail): MemberValues {
  const { name, workUnit, post, field, sector, committee, township, term, bio } = member;
  return {
    name,
    workUnit,
    post,
    field,
    sectorId: sector.id,
    committeeId: committee?.id ?? '',
    townshipId: township?.id ?? '',
    term,
    bio: bio ?? '',
  };
}

interface EntryProps {
  readonly member: MemberDetail;
  readonly again: () => Promise<unknown>;
  readonly onDone: () => void;
}

function Portrait({ member, again }: Omit<EntryProps, 'onDone'>) {
  const [failure, setFailure] = useState<string>();
  const path = { id: member.id };
  const set = (photo: Photo | undefined) => {
    setFailure(undefined);
    api
      .patch('/api/v1/members/{id}', { path, body: { portraitPhotoId: photo?.id ?? null, version: member.version } })
      .then(again)
      .catch((error: unknown) => setFailure(sentenceOf(error)));
  };
  return (
    <View className="lx-stack">
      <Avatar name={member.name} url={member.portraitUrl} size="large" />
      <PhotoPicker photos={[]} max={1} onChange={([photo]) => set(photo)} />
      {member.portraitUrl && (
        <Button size="small" onTap={() => set(undefined)}>
          去掉照片
        </Button>
      )}
      {failure && (
        <Notice tone="bad" urgent>
          {failure}
        </Notice>
      )}
    </View>
  );
}

function Entry({ member, again, onDone }: EntryProps) {
  const [removing, setRemoving] = useState(false);
  const fields = useFields();
  const { id, version } = member;
  return (
    <View className="lx-stack">
      <View className="lx-soft">{`委员编号 ${member.number}`}</View>
      <Portrait member={member} again={again} />
      <KeptForm
        draftKey={`member:${id}`}
        fields={fields}
        initial={valuesOf(member)}
        onSave={({ committeeId, townshipId, bio, ...words }) =>
          api
            .patch('/api/v1/members/{id}', {
              path: { id },
              body: {
                ...words,
                committeeId: committeeId || null,
                townshipId: townshipId || null,
                bio: bio || null,
                version,
              },
            })
            .finally(again)
        }
        onDone={onDone}
      />
      <View>
        <Button kind="danger" size="small" onTap={() => setRemoving(true)}>
          移出名录
        </Button>
      </View>
      <ConfirmDialog
        open={removing}
        title={`把${member.name}委员移出名录？`}
        confirmWord="移出名录"
        danger
        onConfirm={async () => {
          await api.patch('/api/v1/members/{id}', { path: { id }, body: { active: false, version } });
          await again();
          onDone();
        }}
        onClose={() => setRemoving(false)}
      >
        群众不能再找到该委员，也不能再写信；已有的来信保留。重新导入含有该编号的名册可以恢复。
      </ConfirmDialog>
    </View>
  );
}

/** One entry of the directory of members, to be put right by the office. */
export function MemberEdit({ id, onDone }: MemberEditProps) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['members', id],
    queryFn: ({ signal }) => api.get('/api/v1/members/{id}', { path: { id }, signal }),
    staleTime: 0,
  });
  const again = () => queries.invalidateQueries({ queryKey: ['members'] });
  return <QueryView query={query}>{(member) => <Entry member={member} again={again} onDone={onDone} />}</QueryView>;
}
