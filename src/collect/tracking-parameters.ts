/**
 * Parameters that say how a reader came to a page and never which page it is. Lower case.
 *
 * Only names that some maker of newsletters, advertisements or statistics has given that one meaning. What is only
 * often used for it stays (`ref`, `source`, `from`, `cid`, `share`): to `?id=7&ref=8` it may be the page.
 *
 * A list in code, since it is short and a wrong row makes two pages one: whoever adds to it shall add a test.
 */
export const trackingParameters: ReadonlySet<string> = new Set([
  // Click numbers of advertising networks and social sites.
  'fbclid',
  'gclid',
  'gclsrc',
  'gbraid',
  'wbraid',
  'dclid',
  'msclkid',
  'yclid',
  'ysclid',
  'twclid',
  'ttclid',
  'li_fat_id',
  'igshid',
  'igsh',
  'irclickid',
  'srsltid',
  'rdt_cid',
  'scclickid',
  '__twitter_impression',
  // Newsletters: Mailchimp, HubSpot, Marketo, Vero, Omeda, Drip, Klaviyo.
  'mc_cid',
  'mc_eid',
  '_hsenc',
  '_hsmi',
  '__hssc',
  '__hstc',
  '__hsfp',
  'hsctatracking',
  'mkt_tok',
  'vero_id',
  'vero_conv',
  'oly_anon_id',
  'oly_enc_id',
  '__s',
  '_ke',
  'ck_subscriber_id',
  // Campaigns and statistics: AT Internet (`at_`, `xtor`), Adobe, Google Analytics, Yandex, IBM, Matomo (`mtm_`, `pk_`).
  'xtor',
  's_cid',
  'cmp',
  'cmpid',
  'icid',
  'ito',
  'ncid',
  'ocid',
  'smid',
  'sr_share',
  '_ga',
  '_gl',
  '_openstat',
  'wickedid',
  'soc_src',
  'soc_trk',
  'tsrc',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  'ns_campaign',
  'ns_source',
  'ns_mchannel',
  'ns_linkname',
  'ns_fee',
  // What the AMP viewer adds.
  'usqp',
  'amp_gsa',
  'amp_js_v',
  'amp_ct',
  'amp_tf',
  'amp_kit',
])

/** Families of such parameters; `at_` holds AT Internet’s own names, and not any word that begins so. */
export const trackingFamilies =
  /^(?:utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium|content|cid)|hsa_\w+|at_(?:medium|campaign|link_\w+|bbc_\w+|ptr_\w+|format|format_\w+|custom\d|creation|variant|send_date|recipient_\w+|general_placement|channel|detail_placement|campaign_type|network))$/
