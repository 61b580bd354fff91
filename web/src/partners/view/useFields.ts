import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api';
import { PASSWORD_LENGTH_MIN } from '../model';

/// What a field must hold before it is sent.
export type Rule = 'name' | 'email' | 'password' | 'newPassword' | 'none';

function fits(rule: Rule, value: string): boolean {
  switch (rule) {
    case 'name':
      return value.trim() !== '';
    case 'email':
      return value.includes('@');
    case 'password':
      return value !== '';
    case 'newPassword':
      return [...value].length >= PASSWORD_LENGTH_MIN;
    case 'none':
      return true;
  }
}

/// The fields of a form: their values, what is wrong with them, and whether it can be sent. What
/// the server says of a field stands at that field.
export function useFields<Name extends string>(
  rules: Readonly<Record<Name, Rule>>,
  first: Readonly<Record<Name, string>>,
  failure: ApiError | undefined,
  /// What the server calls a field, where that differs.
  called: Partial<Record<Name, string>> = {},
) {
  const { t } = useTranslation('partners');
  const [values, setValues] = useState<Record<Name, string>>(first);
  const [tried, setTried] = useState(false);
  const error = (name: Name): string => {
    if (failure !== undefined && failure.field === (called[name] ?? name)) {
      return failure.detail;
    }
    const rule: Rule = rules[name];
    return tried && rule !== 'none' && !fits(rule, values[name]) ? t(`missing.${rule}`) : '';
  };
  const names = Object.keys(rules).filter((name): name is Name => name in first);
  return {
    values,
    set: (name: Name, value: string) => setValues((before) => ({ ...before, [name]: value })),
    reset: () => {
      setValues(first);
      setTried(false);
    },
    bind: (name: Name) => ({
      value: values[name],
      error: error(name),
      onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    }),
    /// Shows what is wrong, and says whether nothing is.
    ready: (): boolean => {
      setTried(true);
      return names.every((name) => fits(rules[name], values[name]));
    },
    /// Whether the failure stands at none of these fields, so that it must be said by itself.
    apart: failure !== undefined && !names.some((name) => failure.field === (called[name] ?? name)),
  };
}
