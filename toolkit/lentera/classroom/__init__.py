"""Hub and envelopes: hand in, collect, give feedback back, by LAN or on a USB stick."""

from lentera.classroom.class_folder import ClassFolder, LearnerAdded
from lentera.classroom.collecting import Collected, Fate, Outcome, collect
from lentera.classroom.drives import Drive, drives
from lentera.classroom.envelope import Envelope, EnvelopeRefusedError, Kind, Manifest, open_envelope, seal
from lentera.classroom.errors import ClassroomError
from lentera.classroom.handing_in import HandedIn, hand_in
from lentera.classroom.receiving import Received, receive

__all__ = [
    "ClassFolder",
    "ClassroomError",
    "Collected",
    "Drive",
    "Envelope",
    "EnvelopeRefusedError",
    "Fate",
    "HandedIn",
    "Kind",
    "LearnerAdded",
    "Manifest",
    "Outcome",
    "Received",
    "collect",
    "drives",
    "hand_in",
    "open_envelope",
    "receive",
    "seal",
]
