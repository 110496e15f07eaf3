"""What each table and index is for, in words: the generated data model needs one line for every one of them.

"Later" marks tables that the first revision made and nothing writes yet, so that no later one must redesign.
"""

TABLES = {
    "office": "The office itself: one row. `key_epoch` and `key_file_digest` mirror the key file, so that an older"
    " one is recognised; `next_number` counts customer numbers.",
    "role": "The roles by the name that stands in the key file: the program's ready ones, whose rights are in"
    " `domain.roles`, and the office's own.",
    "role_permission": "The rights of the office's own roles, with their reach (all, or own customers).",
    "role_mask": "Fields of customers that an own role does not see in lists, or nowhere.",
    "user": "Who may sign in. No secret is here: `slot` names the user's slot in the key file.",
    "customer": "One person or organisation. `phone`, `email` and `city` repeat the primary contact points for the"
    " list, which never joins; `purchases` to `last_satisfaction` are maintained sums; `hidden` is 0 shown, 1 in the"
    " bin, 2 merged.",
    "former_number": "Numbers of customers that were merged into this one, so that they stay findable. Later.",
    "contact_point": "One way to reach a customer: as typed in `value`, for comparing in `normal` (E.164 for phones,"
    " lower case for e-mail).",
    "address": "One postal address.",
    "relationship": "A customer's tie to another customer: works at, family, referred by. Later.",
    "tag": "A word to mark customers with. Imports fill it; no window shows it yet.",
    "customer_tag": "Which customer has which tag.",
    "custom_field": "A field that an administrator added. Later.",
    "custom_value": "A customer's value of such a field. Later.",
    "recent": "Which user opened which customer last. Later.",
    "not_duplicate": "Two customers of whom somebody said that they are not one. Later.",
    "product": "An article of the catalogue.",
    "purchase": "A sale, or (with `refund_of`) a refund, whose amounts are negative. `purchased_on` is the office's"
    " date; `total` is in minor units of `currency`.",
    "purchase_line": "One line of a purchase. `quantity` is in thousandths, money in minor units.",
    "summary_day": "Maintained sums per office day and currency: sales, sales less refunds, refunds (positive).",
    "summary_buyers": "How many customers had one and two sales in the 365 days up to a past day, for the repeat rate;"
    " filled when it is first asked for.",
    "interaction": "A call, visit, message or note of the timeline.",
    "task": "Something to do, with a day and a person. Later.",
    "handover_note": "A word to the next shift. Later.",
    "survey_response": "One score with its comment; history, never overwritten.",
    "survey_invitation": "Who was asked for a score. Later.",
    "preference": "What a customer prefers: one row for each. `interests` and `pairs` are JSON.",
    "consent": "What a customer said about being contacted, per purpose and channel.",
    "consent_event": "Every consent that a customer gave or took back, with its source; never overwritten.",
    "checkpoint": "The journal's head at a time, authenticated under the administrator key.",
    "backup_entry": "The backups that were made, and when each was last proven by opening it.",
    "sensitive_field": "Which sensitive fields the office has; their values are in `secret_value`.",
    "erasure": "That a person was erased, when, and until when backups may still hold the data; no data of theirs.",
    "act": "The journal: one row for each thing that somebody did, chained by `digest`. `customer_id` has no foreign"
    " key, because the journal outlives an erased customer.",
    "change": "One field of one record, before and after, under its act. Values enter the chain as digests under"
    " `salt`.",
    "import_run": "The ledger of imports: file, mapping, counts, state.",
    "export_entry": "The ledger of exports: file, its checksum, how many rows matched and were written.",
    "draft": "What a user has typed and not saved, per form and record (0: a new one).",
    "saved_view": "A named filter of the customer list. Later.",
    "report": "A report somebody built. Later.",
    "dashboard": "A dashboard somebody arranged. Later.",
    "export_layout": "Named columns of an export. Later.",
    "import_mapping": "A named mapping of a file's columns. Later.",
    "letter_template": "A letter with fields. Later.",
    "attachment": "A file kept with a customer, at most 50 MB. Later.",
    "attachment_part": "A piece of its content. Later.",
    "secret_value": "A customer's value of a sensitive field, sealed to the office's sensitive key.",
    "customer_search": "Each customer's folded text, on which a hit is checked exactly. The tokens are in the"
    " full-text table `customer_fts`, which only SQLite understands and the search module makes itself.",
}

INDEXES = {
    "ix_backup_entry_made_at": "the newest backups",
    "ix_erasure_customer_id": "when this customer was erased",
    "ix_act_of_customer": "what was done with this customer, in order",
    "ix_act_by_time": "the acts of a period",
    "ix_act_of_kind": "all acts of one kind (exports, sign-ins), newest first",
    "ix_act_of_record": "what was done with this record",
    "ix_act_of_user": "all acts of one user, newest first",
    "ix_change_of_record": "how this record's fields changed",
    "ix_contact_point_by_value": "who has this phone number or e-mail address (matching in an import)",
    "ix_customer_by_external_id": "who has this number in another system (matching in an import)",
    "ix_customer_due": "whose next contact is due; the list by next contact",
    "ix_customer_list_by_last_purchase": "the list by last purchase, its usual order",
    "ix_customer_list_by_name": "the list by name",
    "ix_customer_list_by_number": "the list by number",
    "ix_customer_list_by_total_spent": "the list by total spent",
    "ix_customer_of_owner": "a user's own customers, for roles that reach no further, and for a leaving user's heir",
    "ix_customer_repeat": "who bought at least twice in a period (the repeat rate)",
    "ix_customer_tier_by_last_purchase": "the list of one tier by last purchase (the chips above the list)",
    "ix_customer_merged_into": "who was merged into this customer",
    "ix_customer_scan": "every sort and filter without an index of its own: 100 MB to read instead of the whole table"
    " at 1,000,000 customers",
    "ix_former_number_number": "who had this number before",
    "ix_interaction_of_customer": "a customer's timeline, and when the last contact was",
    "ix_product_by_sku": "the article with this number",
    "ix_purchase_by_day": "buyers and sums between two days, without touching the rows",
    "ix_purchase_by_external_ref": "the purchase with this number in another system (importing the same file twice)",
    "ix_purchase_of_customer": "a customer's purchases, newest first, and the sums over them",
    "ix_purchase_refund_of": "the refunds of a sale",
    "ix_secret_value_by_value": "who has exactly this sealed value",
    "ix_survey_response_by_day": "scores of one question between two days, without touching the rows",
    "ix_survey_response_of_customer": "a customer's scores, newest first",
}
