/** How long after a visit those who treat somebody may still open the chart, unless another visit prolongs it. */
export const treatingMonths = 12;
