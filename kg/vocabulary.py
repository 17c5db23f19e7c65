"""Every IRI that the code of kg names, in one frozen namespace per vocabulary."""

from __future__ import annotations

from typing import Final, NoReturn

from kg.terms import Iri

__all__ = [
    "CALF",
    "CALF_NS",
    "DCTERMS",
    "LEX",
    "LEX_NS",
    "ONTOLOGY",
    "OWL",
    "PREFIXES",
    "RDF",
    "RDFS",
    "SKOS",
    "WITNESSES",
    "XSD",
]

CALF_NS: Final = "https://w3id.org/calf-kg/calf#"
LEX_NS: Final = "https://w3id.org/calf-kg/lexicon#"
ONTOLOGY: Final = Iri("https://w3id.org/calf-kg/calf")

_DCTERMS_NS: Final = "http://purl.org/dc/terms/"
_OWL_NS: Final = "http://www.w3.org/2002/07/owl#"
_RDF_NS: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS_NS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS_NS: Final = "http://www.w3.org/2004/02/skos/core#"
_XSD_NS: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[tuple[tuple[str, str], ...]] = (
    ("calf", CALF_NS),
    ("dcterms", _DCTERMS_NS),
    ("lex", LEX_NS),
    ("owl", _OWL_NS),
    ("rdf", _RDF_NS),
    ("rdfs", _RDFS_NS),
    ("skos", _SKOS_NS),
    ("vann", "http://purl.org/vocab/vann/"),
    ("xsd", _XSD_NS),
)


class _Frozen(type):
    """Makes a class a namespace of constants: nothing can be set on it."""

    def __setattr__(cls, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{cls.__name__}.{name} is a constant")


class RDF(metaclass=_Frozen):
    """The RDF vocabulary."""

    FIRST: Final = Iri(f"{_RDF_NS}first")
    NIL: Final = Iri(f"{_RDF_NS}nil")
    REIFIES: Final = Iri(f"{_RDF_NS}reifies")
    REST: Final = Iri(f"{_RDF_NS}rest")
    TYPE: Final = Iri(f"{_RDF_NS}type")


class RDFS(metaclass=_Frozen):
    """The RDF Schema vocabulary."""

    COMMENT: Final = Iri(f"{_RDFS_NS}comment")
    DOMAIN: Final = Iri(f"{_RDFS_NS}domain")
    LABEL: Final = Iri(f"{_RDFS_NS}label")
    RANGE: Final = Iri(f"{_RDFS_NS}range")
    SUB_CLASS_OF: Final = Iri(f"{_RDFS_NS}subClassOf")
    SUB_PROPERTY_OF: Final = Iri(f"{_RDFS_NS}subPropertyOf")


class OWL(metaclass=_Frozen):
    """The OWL 2 vocabulary, as far as the ontology uses it."""

    ALL_DIFFERENT: Final = Iri(f"{_OWL_NS}AllDifferent")
    ALL_DISJOINT_CLASSES: Final = Iri(f"{_OWL_NS}AllDisjointClasses")
    ANNOTATED_PROPERTY: Final = Iri(f"{_OWL_NS}annotatedProperty")
    ANNOTATED_SOURCE: Final = Iri(f"{_OWL_NS}annotatedSource")
    ANNOTATED_TARGET: Final = Iri(f"{_OWL_NS}annotatedTarget")
    ANNOTATION_PROPERTY: Final = Iri(f"{_OWL_NS}AnnotationProperty")
    ASSERTION_PROPERTY: Final = Iri(f"{_OWL_NS}assertionProperty")
    ASYMMETRIC_PROPERTY: Final = Iri(f"{_OWL_NS}AsymmetricProperty")
    AXIOM: Final = Iri(f"{_OWL_NS}Axiom")
    CLASS: Final = Iri(f"{_OWL_NS}Class")
    DATATYPE_PROPERTY: Final = Iri(f"{_OWL_NS}DatatypeProperty")
    DIFFERENT_FROM: Final = Iri(f"{_OWL_NS}differentFrom")
    DISJOINT_WITH: Final = Iri(f"{_OWL_NS}disjointWith")
    DISTINCT_MEMBERS: Final = Iri(f"{_OWL_NS}distinctMembers")
    EQUIVALENT_CLASS: Final = Iri(f"{_OWL_NS}equivalentClass")
    EQUIVALENT_PROPERTY: Final = Iri(f"{_OWL_NS}equivalentProperty")
    FUNCTIONAL_PROPERTY: Final = Iri(f"{_OWL_NS}FunctionalProperty")
    HAS_VALUE: Final = Iri(f"{_OWL_NS}hasValue")
    INTERSECTION_OF: Final = Iri(f"{_OWL_NS}intersectionOf")
    INVERSE_FUNCTIONAL_PROPERTY: Final = Iri(f"{_OWL_NS}InverseFunctionalProperty")
    INVERSE_OF: Final = Iri(f"{_OWL_NS}inverseOf")
    IRREFLEXIVE_PROPERTY: Final = Iri(f"{_OWL_NS}IrreflexiveProperty")
    MEMBERS: Final = Iri(f"{_OWL_NS}members")
    NAMED_INDIVIDUAL: Final = Iri(f"{_OWL_NS}NamedIndividual")
    NEGATIVE_PROPERTY_ASSERTION: Final = Iri(f"{_OWL_NS}NegativePropertyAssertion")
    NOTHING: Final = Iri(f"{_OWL_NS}Nothing")
    OBJECT_PROPERTY: Final = Iri(f"{_OWL_NS}ObjectProperty")
    ON_PROPERTY: Final = Iri(f"{_OWL_NS}onProperty")
    ONTOLOGY: Final = Iri(f"{_OWL_NS}Ontology")
    PROPERTY_CHAIN_AXIOM: Final = Iri(f"{_OWL_NS}propertyChainAxiom")
    RESTRICTION: Final = Iri(f"{_OWL_NS}Restriction")
    SAME_AS: Final = Iri(f"{_OWL_NS}sameAs")
    SOURCE_INDIVIDUAL: Final = Iri(f"{_OWL_NS}sourceIndividual")
    SYMMETRIC_PROPERTY: Final = Iri(f"{_OWL_NS}SymmetricProperty")
    TARGET_INDIVIDUAL: Final = Iri(f"{_OWL_NS}targetIndividual")
    TARGET_VALUE: Final = Iri(f"{_OWL_NS}targetValue")
    THING: Final = Iri(f"{_OWL_NS}Thing")
    TRANSITIVE_PROPERTY: Final = Iri(f"{_OWL_NS}TransitiveProperty")
    UNION_OF: Final = Iri(f"{_OWL_NS}unionOf")
    VERSION_INFO: Final = Iri(f"{_OWL_NS}versionInfo")
    VERSION_IRI: Final = Iri(f"{_OWL_NS}versionIRI")


class SKOS(metaclass=_Frozen):
    """The part of SKOS that labels and defines terms."""

    ALT_LABEL: Final = Iri(f"{_SKOS_NS}altLabel")
    DEFINITION: Final = Iri(f"{_SKOS_NS}definition")
    HIDDEN_LABEL: Final = Iri(f"{_SKOS_NS}hiddenLabel")
    PREF_LABEL: Final = Iri(f"{_SKOS_NS}prefLabel")


class DCTERMS(metaclass=_Frozen):
    """The one Dublin Core term that statements carry."""

    SOURCE: Final = Iri(f"{_DCTERMS_NS}source")


class XSD(metaclass=_Frozen):
    """The datatypes of the ontology."""

    BOOLEAN: Final = Iri(f"{_XSD_NS}boolean")
    DECIMAL: Final = Iri(f"{_XSD_NS}decimal")
    INTEGER: Final = Iri(f"{_XSD_NS}integer")
    STRING: Final = Iri(f"{_XSD_NS}string")


class LEX(metaclass=_Frozen):
    """Words for terms: how a property or a thing is said and asked for."""

    ASKS: Final = Iri(f"{LEX_NS}asks")
    CUE: Final = Iri(f"{LEX_NS}cue")
    GREATER: Final = Iri(f"{LEX_NS}greater")
    INVERSE_NOUN: Final = Iri(f"{LEX_NS}inverseNoun")
    INVERSE_VERB: Final = Iri(f"{LEX_NS}inverseVerb")
    LESSER: Final = Iri(f"{LEX_NS}lesser")
    MENTION: Final = Iri(f"{LEX_NS}mention")
    NOUN: Final = Iri(f"{LEX_NS}noun")
    PLURAL: Final = Iri(f"{LEX_NS}plural")
    SALIENCE: Final = Iri(f"{LEX_NS}salience")
    SAYS: Final = Iri(f"{LEX_NS}says")
    SAYS_INVERSE: Final = Iri(f"{LEX_NS}saysInverse")
    VERB: Final = Iri(f"{LEX_NS}verb")


class CALF(metaclass=_Frozen):
    """The terms of the ontology that kg itself reads: sources, claims, and what is said with an article."""

    ABOUT: Final = Iri(f"{CALF_NS}about")
    ANATOMICAL_STRUCTURE: Final = Iri(f"{CALF_NS}AnatomicalStructure")
    ARTICLE_TERM: Final = Iri(f"{CALF_NS}articleTerm")
    CAVEAT: Final = Iri(f"{CALF_NS}caveat")
    CITATION: Final = Iri(f"{CALF_NS}citation")
    CLAIM: Final = Iri(f"{CALF_NS}claim")
    CLAIM_CLASS: Final = Iri(f"{CALF_NS}Claim")
    DESIGN: Final = Iri(f"{CALF_NS}design")
    DOI: Final = Iri(f"{CALF_NS}doi")
    DURATION_WEEKS: Final = Iri(f"{CALF_NS}durationWeeks")
    DURING_PHASE: Final = Iri(f"{CALF_NS}duringPhase")
    EQUIPMENT: Final = Iri(f"{CALF_NS}Equipment")
    EXERCISE: Final = Iri(f"{CALF_NS}Exercise")
    FROM_STUDY: Final = Iri(f"{CALF_NS}fromStudy")
    HAS_DIRECTION: Final = Iri(f"{CALF_NS}hasDirection")
    HAS_EVIDENCE: Final = Iri(f"{CALF_NS}hasEvidence")
    HAS_STATUS: Final = Iri(f"{CALF_NS}hasStatus")
    HEDGE: Final = Iri(f"{CALF_NS}hedge")
    MEASURE: Final = Iri(f"{CALF_NS}measure")
    PARTICIPANTS: Final = Iri(f"{CALF_NS}participants")
    PMID: Final = Iri(f"{CALF_NS}pmid")
    QUOTE: Final = Iri(f"{CALF_NS}quote")
    RATIONALE: Final = Iri(f"{CALF_NS}rationale")
    READ: Final = Iri(f"{CALF_NS}read")
    SECTION: Final = Iri(f"{CALF_NS}section")
    SENTENCE: Final = Iri(f"{CALF_NS}Sentence")
    SENTENCE_NUMBER: Final = Iri(f"{CALF_NS}sentenceNumber")
    SHORT_CITATION: Final = Iri(f"{CALF_NS}shortCitation")
    SOURCE: Final = Iri(f"{CALF_NS}Source")
    STATED_IN: Final = Iri(f"{CALF_NS}statedIn")
    STUDY: Final = Iri(f"{CALF_NS}Study")
    TEXT: Final = Iri(f"{CALF_NS}text")
    URL: Final = Iri(f"{CALF_NS}url")


# The classes of what sources consist of: not the body or its training, but who says something about it.
WITNESSES: Final = tuple(
    Iri(CALF_NS + name)
    for name in (
        "Claim",
        "ClaimStatus",
        "EvidenceDirection",
        "EvidenceLine",
        "Reference",
        "Sentence",
        "Study",
    )
)
