"""Sentences that an English-speaking front desk would write down; {product}, {category} and {day} are filled in."""

from __future__ import annotations

from typing import Final

INTERACTIONS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "call": (
        ("Stock question", "Asked whether we have the {product}; told them it arrives on {day}."),
        ("Order confirmed", "Confirmed the quantity of {product} and the delivery time."),
        ("Price question", "Wanted a group price for {category}; quoted, will think it over."),
        ("Moved the pick-up", "Would rather collect on {day} afternoon."),
        ("Courtesy call", "Very happy with the {product}, will recommend us."),
        ("No answer", "Rang out, will try again."),
        ("Invoice", "Needs a corrected invoice before {day}; details noted."),
    ),
    "visit": (
        ("Collected an order", "Picked up the {product} and gave a new address."),
        ("In the shop", "Tried several things from {category} and chose the {product}."),
        ("Tasting", "Came to the weekend tasting and liked the {product}."),
        ("Brought a friend", "Brought a friend, who joined as a member too."),
        ("Exchange", "Brought back the {product}; exchanged on the spot."),
    ),
    "email": (
        ("Quotation", "Sent the quotation for {category}; waiting for an answer."),
        ("Thank-you note", "Wrote to thank us for arranging the last event."),
        ("Receipt", "Receipt sent by e-mail."),
    ),
    "message": (
        ("Question by chat", "Asked how to store the {product}; answered."),
        ("Event notice", "Told them about the {category} weekend; coming on {day}."),
        ("Proof approved", "Sent the proof of the {product}; approved."),
        ("New address", "Moved house, address updated."),
    ),
    "meeting": (
        ("Supply talk", "Discussed the quarterly order, mostly {category}; contract next week."),
        ("Proposal", "Went through the proposal for the {product}; the budget is nearly agreed."),
    ),
    "complaint": (
        ("Late delivery", "The {product} came two days late; apologised and sent a small gift."),
        ("Damaged parcel", "The box of the {product} was damaged; a replacement is on its way."),
        ("Waiting time", "Unhappy about the wait; the manager called to apologise."),
    ),
    "note": (
        ("Preference", "Likes {category}. Prefers e-mail to calls."),
        ("Family", "Two children, interested in the family mornings."),
        ("Payment", "Usually settles at the end of the month."),
        ("Taste", "Prefers something lighter; suggest the {product}."),
    ),
}

FOLLOW_UPS: Final = (
    ("Contract renewal", "Call back about the contract renewal"),
    ("New price list", "Send the new price list, {category} first"),
    ("Ask for feedback", "Ask for feedback after the visit"),
    ("Back in stock", "Tell them when the {product} is back in stock"),
    ("Birthday voucher", "Birthday is coming up, send a voucher"),
    ("Quantity", "Confirm how many of the {product} they need"),
    ("Invitation", "Invite to the {category} weekend"),
    ("After the complaint", "Make sure the replacement {product} arrived"),
    ("Open invoice", "Remind about the open invoice before {day}"),
    ("Appointment", "Agree a time to look at samples"),
)

COMMENTS: Final[dict[str, tuple[str, ...]]] = {
    "good": (
        "Lovely service, will be back.",
        "Great quality and beautifully wrapped.",
        "Patient staff, I told my colleagues.",
        "Fast delivery, thank you!",
        "Always reliable.",
        "A pleasant place and very good tea.",
        "Good value.",
        "Quick and friendly answers.",
    ),
    "middle": (
        "Fine, a little expensive.",
        "Good, but I had to wait.",
        "Nice product, plain wrapping.",
        "More offers, please.",
    ),
    "bad": (
        "Delivery took far too long.",
        "Not quite as described.",
        "Nobody answered the phone.",
        "The parcel was damaged.",
        "Waited half an hour.",
    ),
}

NOTES: Final = (
    "Long-standing customer, send a card at the holidays.",
    "Best reached after three in the afternoon.",
    "Allergic to pollen, no flowers.",
    "Needs a VAT invoice.",
    "Came through a friend.",
    "Ring before delivering.",
    "Often away at weekends.",
    "Likes to try new things.",
    "Orders for the office, pays by transfer.",
    "Deliver at the back door.",
)

SOURCES: Final = (
    "Walk-in",
    "Referral",
    "WeChat",
    "Website",
    "Trade fair",
    "Phone",
    "Newspaper",
    "Neighbourhood",
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
