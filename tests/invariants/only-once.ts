/** What can be done once: the second time is a conflict. */
export const onlyOnce = `
  appointments.cancel appointments.change-state appointments.undo care-relationships.grant-consulting care-relationships.assign
  documents.record-scan approvals.carry-out approvals.decide people.change-role people.invite
  recoveries.object recoveries.request amendment-requests.create amendment-requests.decide
  amendment-requests.disagree amendment-requests.withdraw records.confirm records.mark-own-in-error
  refills.decide refills.request refills.withdraw records.mark-in-error records.sign results.review
  waiting-list.withdraw
`
  .trim()
  .split(/\s+/);

/** What lists the things of one chart, which has to be there. */
export const ofOneChart = ['amendment-requests', 'refills', 'records', 'results', 'waiting-list'].map(
  (noun) => `${noun}.list`,
);
ofOneChart.push('records.timeline');
