"""The few IRIs that qa names: roles that a question kind is about, never facts."""

from __future__ import annotations

from typing import Final

from kg.errors import OntologyError
from kg.graph import KnowledgeGraph
from kg.terms import Iri

__all__ = ["BACKGROUND", "CALF", "EXCHANGEABLE", "MASKS", "NAMESPACE", "TERMS", "UNNAMED", "check_terms"]

_NAMED = 3  # missing terms named in an error

NAMESPACE: Final = "https://w3id.org/calf-kg/calf#"
"""Of every term of the ontology."""

_NS: Final = NAMESPACE


class CALF:
    """Classes and properties that question kinds build logical forms from."""

    # classes
    ACTIVITY: Final = Iri(_NS + "Activity")
    ANATOMICAL_STRUCTURE: Final = Iri(_NS + "AnatomicalStructure")
    BENEFIT: Final = Iri(_NS + "Benefit")
    CAVEAT: Final = Iri(_NS + "Caveat")
    CLAIM: Final = Iri(_NS + "Claim")
    CLAIM_STATUS: Final = Iri(_NS + "ClaimStatus")
    CONCEPT: Final = Iri(_NS + "Concept")
    CUE: Final = Iri(_NS + "Cue")
    EFFECT: Final = Iri(_NS + "Effect")
    EQUIPMENT: Final = Iri(_NS + "Equipment")
    EQUIPMENT_OPTION: Final = Iri(_NS + "EquipmentOption")
    EVIDENCE_LINE: Final = Iri(_NS + "EvidenceLine")
    EVIDENCE_DIRECTION: Final = Iri(_NS + "EvidenceDirection")
    EXERCISE: Final = Iri(_NS + "Exercise")
    FREE_WEIGHT: Final = Iri(_NS + "FreeWeight")
    GOAL: Final = Iri(_NS + "Goal")
    HELPER: Final = Iri(_NS + "Helper")
    JOINT_ACTION: Final = Iri(_NS + "JointAction")
    MISTAKE: Final = Iri(_NS + "Mistake")
    MUSCLE_QUANTITY: Final = Iri(_NS + "MuscleQuantity")
    MUSCLE_VALUE: Final = Iri(_NS + "MuscleValue")
    CALF_RAISE: Final = Iri(_NS + "CalfRaise")
    MACHINE: Final = Iri(_NS + "Machine")
    MUSCLE: Final = Iri(_NS + "Muscle")
    MUSCLE_HEAD: Final = Iri(_NS + "MuscleHead")
    MUSCULAR_STRUCTURE: Final = Iri(_NS + "MuscularStructure")
    MOTIVATES: Final = Iri(_NS + "motivates")
    PARAMETER: Final = Iri(_NS + "ProgrammingParameter")
    PHASE: Final = Iri(_NS + "Phase")
    POSITION: Final = Iri(_NS + "Position")
    POSITION_VARIABLE: Final = Iri(_NS + "PositionVariable")
    POSTURE: Final = Iri(_NS + "Posture")
    PRESCRIPTION: Final = Iri(_NS + "Prescription")
    PROGRESSION_METHOD: Final = Iri(_NS + "ProgressionMethod")
    QUANTITY: Final = Iri(_NS + "Quantity")
    QUANTITY_VALUE: Final = Iri(_NS + "QuantityValue")
    REASON: Final = Iri(_NS + "Reason")
    SOURCE: Final = Iri(_NS + "Source")
    STEP: Final = Iri(_NS + "Step")
    SUPPORT: Final = Iri(_NS + "Support")
    TENDON: Final = Iri(_NS + "Tendon")
    TRAINING_PRINCIPLE: Final = Iri(_NS + "TrainingPrinciple")
    UNIT: Final = Iri(_NS + "Unit")

    # properties
    BALANCES: Final = Iri(_NS + "balances")
    BIASES: Final = Iri(_NS + "biases")
    ABOUT: Final = Iri(_NS + "about")
    CONCERNS: Final = Iri(_NS + "concerns")
    CROSSES_JOINT: Final = Iri(_NS + "crossesJoint")
    CUE_FOR: Final = Iri(_NS + "cueFor")
    CUE_OF: Final = Iri(_NS + "cueOf")
    EMPHASISES: Final = Iri(_NS + "emphasises")
    ENGAGES: Final = Iri(_NS + "engages")
    FROM_STUDY: Final = Iri(_NS + "fromStudy")
    FOR_GOAL: Final = Iri(_NS + "forGoal")
    FOR_MUSCLE: Final = Iri(_NS + "forMuscle")
    HAS_ACTION: Final = Iri(_NS + "hasAction")
    HAS_CUE: Final = Iri(_NS + "hasCue")
    HAS_EFFECT: Final = Iri(_NS + "hasEffect")
    HAS_EQUIPMENT_OPTION: Final = Iri(_NS + "hasEquipmentOption")
    HAS_EVIDENCE: Final = Iri(_NS + "hasEvidence")
    HAS_INSERTION: Final = Iri(_NS + "hasInsertion")
    HAS_ORIGIN: Final = Iri(_NS + "hasOrigin")
    LOCATED_ON: Final = Iri(_NS + "locatedOn")
    DEEP_TO: Final = Iri(_NS + "deepTo")
    HAS_PART: Final = Iri(_NS + "hasPart")
    HAS_TRAIT: Final = Iri(_NS + "hasTrait")
    SUPERFICIAL_TO: Final = Iri(_NS + "superficialTo")
    HAS_POSITION: Final = Iri(_NS + "hasPosition")
    HAS_STATUS: Final = Iri(_NS + "hasStatus")
    HAS_STEP: Final = Iri(_NS + "hasStep")
    HAS_UNIT: Final = Iri(_NS + "hasUnit")
    INCLUDES_EQUIPMENT: Final = Iri(_NS + "includesEquipment")
    INNERVATED_BY: Final = Iri(_NS + "innervatedBy")
    IN_PHASE: Final = Iri(_NS + "inPhase")
    INSTRUCTION: Final = Iri(_NS + "instruction")
    INVOLVES_EQUIPMENT: Final = Iri(_NS + "involvesEquipment")
    MAX_VALUE: Final = Iri(_NS + "maxValue")
    AFFECTS: Final = Iri(_NS + "affects")
    LITTLE_AFFECTED_BY: Final = Iri(_NS + "littleAffectedBy")
    MINIMALLY_ENGAGES: Final = Iri(_NS + "minimallyEngages")
    MINIMISES: Final = Iri(_NS + "minimises")
    MAXIMALLY_ENGAGES: Final = Iri(_NS + "maximallyEngages")
    MIN_VALUE: Final = Iri(_NS + "minValue")
    PART_OF: Final = Iri(_NS + "partOf")
    WORKS_THROUGH: Final = Iri(_NS + "worksThrough")
    ISOLATES: Final = Iri(_NS + "isolates")
    NEGLECTS: Final = Iri(_NS + "neglects")
    HAS_BENEFIT: Final = Iri(_NS + "hasBenefit")
    PROMOTES: Final = Iri(_NS + "promotes")
    LEADS_TO: Final = Iri(_NS + "leadsTo")
    REMEDIED_BY: Final = Iri(_NS + "remediedBy")
    OUTRANKS: Final = Iri(_NS + "outranks")
    PRESCRIBES: Final = Iri(_NS + "prescribes")
    PUTS_INTO_PRACTICE: Final = Iri(_NS + "putsIntoPractice")
    SETTING_OF: Final = Iri(_NS + "settingOf")
    STEP_NUMBER: Final = Iri(_NS + "stepNumber")
    SAME_AS: Final = Iri("http://www.w3.org/2002/07/owl#sameAs")
    VARIATION_OF: Final = Iri(_NS + "variationOf")
    TYPE: Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    TEXT: Final = Iri(_NS + "text")
    TRAINS: Final = Iri(_NS + "trains")
    USES_EQUIPMENT: Final = Iri(_NS + "usesEquipment")
    VALUE_OF: Final = Iri(_NS + "valueOf")


#: Every class and property of the ontology that question kinds rely on.
TERMS: Final = tuple(sorted(Iri(v) for v in vars(CALF).values() if str(v).startswith(_NS)))

#: Classes whose individuals nobody names in a question; they are reached through others.
UNNAMED: Final = frozenset(
    (
        CALF.CLAIM,
        CALF.CLAIM_STATUS,
        CALF.EVIDENCE_DIRECTION,
        CALF.CUE,
        CALF.EQUIPMENT_OPTION,
        CALF.EVIDENCE_LINE,
        CALF.MUSCLE_VALUE,
        CALF.REASON,
        CALF.SOURCE,
        CALF.STEP,
        CALF.UNIT,
    )
)

#: The whole that the muscles belong to of which every question here is.
TOPIC: Final = Iri(_NS + "tricepsSurae")

#: The posture of who is on his feet.
STANDING: Final = Iri(_NS + "standing")

#: The topic that every question here has; a question loses nothing when it is left out.
BACKGROUND: Final = frozenset(
    (TOPIC, *(Iri(_NS + n) for n in ("CalfRaise", "Exercise", "MuscularStructure", "Muscle")))
)

#: By class, what stands for its things in a wording: what is learnt of one holds for all.
MASKS: Final = {CALF.MUSCULAR_STRUCTURE: "M", CALF.EXERCISE: "X"}

#: Classes of things in whose place another may stand, where a question names it.
EXCHANGEABLE: Final = frozenset(
    (
        *MASKS,
        CALF.ACTIVITY,
        CALF.ANATOMICAL_STRUCTURE,
        CALF.BENEFIT,
        CALF.CONCEPT,
        CALF.EFFECT,
        CALF.EQUIPMENT,
        CALF.GOAL,
        CALF.JOINT_ACTION,
        CALF.MISTAKE,
        CALF.PARAMETER,
        CALF.PHASE,
        CALF.POSITION,
        CALF.POSITION_VARIABLE,
        CALF.PROGRESSION_METHOD,
        CALF.TRAINING_PRINCIPLE,
    )
)


def check_terms(graph: KnowledgeGraph) -> None:
    """Refuse an ontology without the classes and properties that question kinds rely on."""
    known = {c.iri for c in graph.classes()} | {p.iri for p in graph.properties()}
    lacking = [term.rpartition("#")[2] for term in TERMS if term not in known]
    if lacking:
        some = ", ".join(lacking[:_NAMED])
        more = f" and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
        raise OntologyError(
            f"The ontology lacks {some}{more}, with which questions are read",
            "Give calf.owl or an ontology built on its schema",
        )
