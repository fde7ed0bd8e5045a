import { LETTER_CATEGORIES, LETTER_CATEGORY_LABELS, type LetterCategory, LIMITS } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { PublishedAnswer } from '@/api/types';
import type { KeptList } from '@/components/KeptForm/kept-list';
import { ACTIVE_CHOICES, inactiveMark } from '../parts/active-field';
import { allPages } from '../parts/all-pages';

type AnswerValues = {
  readonly category: string;
  readonly question: string;
  readonly answer: string;
  readonly active: string;
};

function categoryOf(value: string): LetterCategory {
  return LETTER_CATEGORIES.find((category) => category === value) ?? 'inquiry';
}

/** Answers that are offered to people while they write something similar, as a kept list. */
export function usePublishedAnswers(): KeptList<PublishedAnswer, AnswerValues> {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['published-answers', 'all'],
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        api.get('/api/v1/published-answers', {
          query: { includeInactive: true, cursor, limit: LIMITS.pageSizeMax },
          signal,
        }),
      ),
  });
  const again = () => queries.invalidateQueries({ queryKey: ['published-answers'] });
  return {
    noun: '公开答复',
    query,
    fields: [
      {
        name: 'category',
        label: '类别',
        kind: 'select',
        choices: LETTER_CATEGORIES.map((value) => ({ value, label: LETTER_CATEGORY_LABELS[value] })),
      },
      { name: 'question', label: '问题', kind: 'text', max: LIMITS.publishedQuestion, hint: '群众会怎么问，就怎么写' },
      { name: 'answer', label: '答复', kind: 'text', max: LIMITS.publishedAnswer, hint: '不要写人名和其他个人信息' },
      { name: 'active', label: '状态', kind: 'choice', choices: ACTIVE_CHOICES },
    ],
    empty: { category: '', question: '', answer: '', active: 'true' },
    keyOf: (answer) => answer.id,
    titleOf: (answer) => answer.question,
    linesOf: (answer) => [LETTER_CATEGORY_LABELS[answer.category], answer.answer],
    markOf: inactiveMark,
    valuesOf: ({ category, question, answer, active }) => ({ category, question, answer, active: String(active) }),
    create: async ({ category, question, answer, active }, idempotencyKey) => {
      const body = { category: categoryOf(category), question, answer };
      const { id, version } = await api.post('/api/v1/published-answers', { body, idempotencyKey });
      if (active === 'false') {
        await api.patch('/api/v1/published-answers/{id}', { path: { id }, body: { active: false, version } });
      }
      await again();
    },
    change: ({ id, version }, { category, active, ...words }) =>
      api
        .patch('/api/v1/published-answers/{id}', {
          path: { id },
          body: { ...words, category: categoryOf(category), active: active === 'true', version },
        })
        .finally(again),
    emptyText: '把常见问题的答复公开出来，群众写信时会先看到。',
  };
}
