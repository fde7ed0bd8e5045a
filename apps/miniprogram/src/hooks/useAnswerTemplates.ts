import { LIMITS } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { AnswerTemplate } from '@/api/types';
import type { KeptList } from '@/components/KeptForm/kept-list';

export const ANSWER_TEMPLATES_KEY = ['answer-templates'] as const;

/** What the form of an answer template holds. */
export type TemplateValues = { readonly title: string; readonly text: string };

/**
 * The answer templates that the person signed in may use, as a kept list.
 * @param owner whose templates are kept here: a member's own, or the office's; the others can only be read
 */
export function useAnswerTemplates(owner: AnswerTemplate['owner']): KeptList<AnswerTemplate, TemplateValues> {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [...ANSWER_TEMPLATES_KEY, 'list'],
    queryFn: async ({ signal }) => (await api.get('/api/v1/answer-templates', { signal })).items,
  });
  const again = () => queries.invalidateQueries({ queryKey: ANSWER_TEMPLATES_KEY });
  return {
    noun: '模板',
    query,
    fields: [
      { name: 'title', label: '名称', kind: 'line', max: LIMITS.templateTitle, hint: '自己看的，例如“已转交部门”' },
      { name: 'text', label: '文字', kind: 'text', max: LIMITS.templateText, hint: '插入后还可以改' },
    ],
    empty: { title: '', text: '' },
    keyOf: (template) => template.id,
    titleOf: (template) => template.title,
    linesOf: (template) => [template.text],
    markOf: (template) => (template.owner === owner ? undefined : '办公室提供'),
    valuesOf: ({ title, text }) => ({ title, text }),
    mayChange: (template) => template.owner === owner,
    create: (body, idempotencyKey) => api.post('/api/v1/answer-templates', { body, idempotencyKey }).then(again),
    change: ({ id, version }, values) =>
      api.patch('/api/v1/answer-templates/{id}', { path: { id }, body: { ...values, version } }).finally(again),
    remove: ({ id }) => api.delete('/api/v1/answer-templates/{id}', { path: { id } }).then(again),
    emptyText: '把常用的话存成模板，回复时一点就有。',
  };
}
