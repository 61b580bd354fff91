import '../history.css';
import { useSearchParams } from 'react-router';
import { DifferencePage } from './DifferencePage';
import { PlanVersions } from './PlanVersions';

/// A plan, as far as its versions need it.
export interface VersionsPlan {
  id: string;
  title: string;
  mayCoordinate: boolean;
  sections: readonly { id: string; key: string; number: string; title: string }[];
}

export interface VersionsPageProps {
  plan: VersionsPlan;
  /// True once the plan can be followed live.
  connected: boolean;
  /// The address of the plan, or of one of its sections.
  pathOf: (key?: string) => string;
}

/// The versions of a plan; with a section in the address, what changed in that one.
export function VersionsPage(props: VersionsPageProps) {
  const [search] = useSearchParams();
  const key = search.get('paragraaf');
  return key === null ? (
    <PlanVersions {...props} />
  ) : (
    <DifferencePage
      {...props}
      sectionKey={key}
      from={search.get('van') ?? '1'}
      to={search.get('tot') ?? ''}
    />
  );
}

export function sectionName({ number, title }: { number: string; title: string }): string {
  return number === '' ? title : `${number} ${title}`;
}
