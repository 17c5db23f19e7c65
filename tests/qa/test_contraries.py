"""A verdict is on what the question says, however it words it."""

import pytest

from qa.model import Question

CASES = [
    ("Is knee position the key variable for favouring the inner over the outer head?", "no"),
    ("Is getting the toes turned in more important than a full range of motion?", "no"),
    ("Is it worth giving up good technique for a slight angle of the feet?", "no"),
    ("Is turning my toes worth losing range of motion?", "no"),
    ("Is the medial head a deep muscle, hidden away under the soleus?", "no"),
    ("Does the soleus lie underneath the lateral head?", "yes"),
    ("Does pointing the toes inward lengthen the lever arm for the lateral head?", "no"),
    ("Does toes-in shorten the lever arm of the outer head?", "yes"),
    ("do i have to lean over for donkey raises", "yes"),
    ("Both the soleus and the gastrocnemius cross the ankle, don't they?", "yes"),
    ("Both the soleus and the gastrocnemius cross the knee, don't they?", "no"),
    ("Does the soleus cross the ankle and the knee?", "no"),
    ("Are the donkey raise and the seated raise done with straight knees?", "no"),
    ("Six sets in each workout and two workouts a week, okay?", "yes"),
    ("Is 15 reps more than the hypertrophy range allows?", "yes"),
    ("Four calf sets, three times a week. Is that within the advised volume?", "yes"),
    ("Two sessions with four sets each, does this get me to the weekly minimum of sets?", "no"),
    ("Six sets on each of two days: does the weekly total hold up against the advice?", "yes"),
    ("3 sets of 18, three times a week: is the number of weekly sets high enough?", "no"),
    ("Three workouts of eight sets. Too much for one week?", "yes"),
    ("Eight sets on Monday, eight on Wednesday, eight on Saturday. More than advised for one week?", "yes"),
    ("Is 12 sets a week over 3 days enough?", "yes"),
    ("Should rest between sets go up over time as a form of overload?", "no"),
    ("Does decreasing the sets over the weeks count as progressive overload?", "no"),
    ("Is resting less a way to overload?", "yes"),
    ("Do I lower the weight for progressive overload?", "no"),
    ("Progressive overload doesn't mean adding sets, does it?", "no"),
    ("It isn't wrong to skip the soleus, is it?", "no"),
    ("Isn't it wrong to skip the soleus?", "yes"),
    ("There's nothing wrong with bouncing, is there?", "no"),
    ("Does a short range hurt my gains?", "yes"),
    ("I've only got twenty minutes, twice weekly. Is that often enough by the article?", "yes"),
    ("Is it 10 to 20 sets in one workout?", "no"),
    ("Is it 10 to 20 sets per week?", "yes"),
    ("Is 10-20 the number of sets I should do in each session?", "no"),
    ("I do 12 reps a set. Am I in the hypertrophy range?", "yes"),
    ("Is training the calves three times a week listed as a mistake?", "no"),
    ("Isn't the gastrocnemius what gives the upper calf most of its size?", "yes"),
    ("Does what my knee does change which calf muscle gets the work?", "yes"),
    ("eccentric = the lifting bit?", "no"),
    ("hi, quick one before my session. 15 sets for calves this week, am i inside the guideline", "yes"),
    ("The gastrocnemius doesn't have two heads, does it?", "no"),
    ("Is the soleus trained better on the seated raise than on the calf press?", "yes"),
    ("Is the standing raise worse for the soleus than the seated raise?", "yes"),
    ("Is my foot position a minor thing next to proper form?", "yes"),
    ("40 sets a week: sensible?", "no"),
    ("Calves have poor endurance, I suppose?", "no"),
    ("You want your toes wider apart than your heels for the inner calf, no?", "no"),
    ("Should the heels be wider than the toes?", "yes"),
    ("Are the heels narrower than the toes with toes in?", "no"),
    ("Cutting the number of sets is one way of progressive overload, is that so?", "no"),
    ("Would cutting the breaks between my sets count as making it harder?", "yes"),
    ("Is it wrong to put foot angle before form?", "yes"),
    ("Adding weight isn't the only way to overload, is it?", "yes"),
    ("Is adding weight the only way to overload?", "no"),
    ("Can I make it harder without adding any weight?", "yes"),
    ("Can I progress without adding weight?", "yes"),
    ("Pausing up top and down low raises time under tension, doesn't it?", "yes"),
    ("Rushed reps cost muscle work but have no bearing on injury. Right?", "no"),
    ("Is the soleus affected by knee position as much as the gastrocnemius is?", "no"),
    ("Does the knee angle matter for the soleus as much as for the gastroc?", "no"),
    ("Is turning my toes in all I need for well-developed calves?", "no"),
    ("are toes in raises all i need for good calves", "no"),
    ("Do I do fewer reps for size than for stamina?", "yes"),
    ("Is an injury less likely if I bounce?", "no"),
    ("The medial head can't be switched off by turning the toes out, can it?", "yes"),
    ("Is it false that both calf muscles end in the Achilles?", "no"),
    ("Can you overload without touching the weight?", "yes"),
    ("Would 8 sets a week be on the low side?", "yes"),
    ("Are jumping and sprinting the only things strong calves help with?", "no"),
    ("Are there calf muscles that don't cross the knee?", "yes"),
    ("So neither muscle starts below the knee?", "no"),
    ("There's no exercise for the inner calf that you can do sitting, is there?", "no"),
    ("does bending my knees take most of the gastroc out of the exercise", "yes"),
    ("The soleus stays clear of the knee joint altogether, am I right?", "yes"),
    ("Does bending the knee take the soleus out of the exercise?", "no"),
    ("So the seated raise mostly skips the gastrocnemius. True?", "yes"),
    ("To get the most out of my gastrocs I have to bend my knees, yes?", "no"),
    ("The leg press can't be done without a machine, right?", "yes"),
    ("Is there no way to do a calf press without a leg press?", "yes"),
    ("Is it impossible to do donkey raises without a partner?", "no"),
    ("The seated raise can't be done without a partner, can it?", "no"),
    ("Can the donkey raise be done without a machine?", "yes"),
    ("Is foot position secondary to good form, or did I misread that?", "yes"),
    ("The seated calf raise is chiefly a gastrocnemius builder, or am I wrong?", "no"),
    ("Does the article put quality ahead of quantity?", "yes"),
    ("Would you say technique first, toe angle second?", "yes"),
    ("Is it wise to put toe angle ahead of good form?", "no"),
    ("Does some muscle lie deep to the gastrocnemius?", "yes"),
    ("Is the gastrocnemius deep to the soleus?", "no"),
    ("Is the lateral head located anywhere but the outer side of the lower leg?", "no"),
    ("Does the lateral head attach to some other tendon than the medial head does?", "no"),
    ("Is the inner calf anything other than the medial head of the gastroc?", "no"),
    ("Do calves need more than three sessions a week to grow?", "no"),
    ("Fewer than ten weekly sets would still be within the recommendation, wouldn't it?", "no"),
    ("Is twelve reps outside the hypertrophy range?", "no"),
    ("Is 20 reps outside the hypertrophy range?", "yes"),
    ("Is more than 20 sets a week fine?", "no"),
    ("Do I need more than 8 sets a week?", "yes"),
    ("Does pausing reduce muscle activation?", "no"),
    ("Will pauses cut down muscle activation?", "no"),
    ("Does bouncing cut the risk of injury?", "no"),
    ("Does angling the toes inward reduce recruitment of the medial fibres?", "no"),
    ("Does the line of pull stay the same whichever way my toes point?", "no"),
    ("Do I have to choose between high and moderate reps?", "no"),
    ("My toes point further apart than my heels when I turn my toes in, don't they?", "no"),
    ("Do the toes end up further apart than the heels in the toes-in stance?", "no"),
    ("Sorry if this is silly: on calf raises do I go all the way up?", "yes"),
    ("Only more weight counts as overload. More sets doesn't. Agree?", "no"),
    ("Is the seated raise the wrong choice for the gastrocnemius?", "yes"),
    ("Is toes-out the wrong choice if I'm after the inner head?", "yes"),
    ("Decreasing rest times is a mistake named in the text, correct?", "no"),
    ("Is bouncing the only mistake?", "no"),
    ("Bouncing isn't the only mistake, is it?", "yes"),
    ("So weight is the only thing you may increase for overload?", "no"),
    ("So the Achilles tendon only serves the gastrocnemius?", "no"),
    ("I managed exactly 10 sets of calves this week. Did I reach the recommended volume?", "yes"),
    ("so 10 reps would be for endurance?", "no"),
    ("Two calf sessions a week. Will that do?", "yes"),
    ("Calves: Monday, Wednesday and Friday. Okay?", "yes"),
    ("I have two calf days a week. Is that enough?", "yes"),
    ("A friend says that strong calves help with jumping. Is he right?", "yes"),
    ("Is it a myth that strong calves help with jumping?", "no"),
    ("eccentric is when you go up, no?", "no"),
    ("The eccentric isn't the way up, is it?", "yes"),
    ("Is the concentric the part where my heels come up?", "yes"),
    ("Does neutral mean toes forward?", "yes"),
    ("i stop just short of the top on every rep. does it matter", "yes"),
    ("Does the soleus insert into the Achilles tendon?", "yes"),
    ("Doesn't the soleus insert into the Achilles tendon?", "yes"),
    ("The soleus inserts into the Achilles tendon, doesn't it?", "yes"),
    ("The soleus doesn't insert into the Achilles tendon, does it?", "no"),
    ("The soleus does not insert into the Achilles tendon, right?", "no"),
    ("The soleus doesn't cross the knee, right?", "yes"),
    ("Does the soleus cross the knee?", "no"),
    ("Does only the gastrocnemius insert into the Achilles tendon?", "no"),
    ("Does only the soleus cross the ankle?", "no"),
    ("Is foot position more important than proper form?", "no"),
    ("Is proper form more important than foot position?", "yes"),
    ("Does toes in shorten the lever arm of the medial head?", "no"),
    ("Does a bent knee switch off the soleus?", "no"),
    ("Does any calf muscle cross the knee?", "yes"),
    ("Do any of the calf muscles start below the knee?", "yes"),
    ("Does any head originate below the knee?", "no"),
    ("Should I lock my knees?", "no"),
    ("Shouldn't I lock my knees?", "no"),
    ("I should not lock my knees, right?", "yes"),
    ("Is it wrong to not use the full range of motion?", "yes"),
    ("Are the knees bent in the donkey calf raise?", "no"),
    ("You keep your knees straight in donkey raises, right?", "yes"),
    ("Does the medial head sit on the outer side?", "no"),
    ("Half reps are fine, aren't they?", "no"),
    ("Can I drop straight down from the top without stopping?", "no"),
    ("Is it true that a lighter weight moved well beats a heavy one moved badly?", "yes"),
    ("Does the gastrocnemius have three heads?", "no"),
    ("Three heads, that's what my teacher said about the gastrocnemius. Right?", "no"),
    ("Are there four common mistakes?", "no"),
    ("Are there five common mistakes?", "yes"),
    ("Are 25 sets a week too many?", "yes"),
    ("Are 15 sets a week too many?", "no"),
    ("15 sets a week aren't too many, are they?", "yes"),
    ("Is 25 too many sets?", "yes"),
    ("I do 25 sets a week, is that overkill?", "yes"),
    ("I have too little time. Is 15 sets a week fine?", "yes"),
    ("Is it right not to exceed 20 sets a week?", "yes"),
    ("I do 30 sets of calves weekly. Is that more than what's suggested?", "yes"),
    ("I did 30 sets this week. Is that over the recommendation?", "yes"),
    ("I do 6 sets a week. Is that below what is recommended?", "yes"),
    ("Is foot position secondary to a full range of motion?", "yes"),
    ("Is a full range of motion secondary to foot position?", "no"),
    ("Is foot position less important than progressive overload?", "yes"),
    ("Is proper form less important than foot position?", "no"),
    ("Are the top and bottom pauses equally long?", "yes"),
    ("Do I hold longer in the stretch than at the top?", "no"),
    ("Does it do any harm to leave out the deep stretch?", "yes"),
    ("I only go halfway down on calf raises, does it matter?", "yes"),
    ("It doesn't matter if I bounce, right?", "no"),
    ("It does no harm to bounce, does it?", "no"),
    ("Is bouncing no problem?", "no"),
    ("Toes in for the inner head, toes out for the outer head: true?", "yes"),
    ("Toes in for the outer head, toes out for the inner head: true?", "no"),
    ("Is it true that nothing isolates the medial head?", "yes"),
    ("Does nothing completely isolate the medial head?", "yes"),
    ("Should I sacrifice full range of motion for the toe angle?", "no"),
    ("Can I do donkey raises without a machine and without a partner?", "no"),
    ("Can I do donkey raises without a donkey machine?", "yes"),
    ("No donkey machine and no partner: are donkey raises possible?", "no"),
    ("Is the soleus particularly affected by knee position?", "no"),
    ("Are 30 sets a week beyond the guideline?", "yes"),
    ("Is a 3 second pause longer than recommended?", "yes"),
    ("Is a 1 second pause shorter than advised?", "yes"),
    ("Is it impossible to isolate the medial head?", "yes"),
    ("Is it a problem not to go deep?", "yes"),
    ("Isn't it a problem to bounce?", "yes"),
    ("Is 30 sets a week inside the suggested amount?", "no"),
    ("Feet straight forward only gives you the outer head, dosen't it?", "no"),
    ("Does the outer head take a complete break while my toes are turned in?", "no"),
    ("Is it a good idea to use excessive weight on calf raises?", "no"),
    ("Adding sets is a form of progression, no?", "yes"),
    ("When I turn my feet out, is the inner head switched off?", "no"),
    ("When the knees are bent, the soleus is highly active in calf raises, isn't it?", "yes"),
    ("Plié position, so knees bent, is where the two-headed muscle shines. Correct?", "no"),
    ("leg press calf press do i lock the knees", "no"),
    ("Does a set of 12 still fall within the muscle-building range?", "yes"),
    ("CALVES ONCE A WEEK FINE?", "no"),
    ("Is 3 times a week too often for calves?", "no"),
    ("Are five days a week too often?", "yes"),
    ("Is it okay to train calves twice a week, or is that too little?", "yes"),
    ("Is thirty sets of calf work a week more than recommended?", "yes"),
    ("Do my toes have to point in as far as they'll go?", "no"),
    ("Of the two calf muscles, is the soleus the one closer to the skin?", "no"),
    ("Does toes-forward treat both heads alike?", "yes"),
    ("Does the soleus depend on the knee position as much as the gastrocnemius does?", "no"),
    ("Is the soleus strongly affected by the position of the knees?", "no"),
    ("The soleus isn't much affected by the position of the knees, is it?", "yes"),
    ("Do donkey raises and calf presses share a foot position?", "yes"),
    ("Do seated and standing raises share a knee position?", "no"),
    ("Is muscle growth served by fewer reps than endurance?", "yes"),
    ("Does endurance need fewer reps than growth?", "no"),
    ("Is the pause recommended at the top as long as the one at the bottom?", "yes"),
    ("Is the pause at the bottom longer than the one at the top?", "no"),
    ("Are the inner calf and the medial head of the gastrocnemius two different things?", "no"),
    ("My coach calls toes straight ahead neutral and says it loads both heads evenly. Is she right?", "yes"),
    ("Does turning the toes out train both heads evenly?", "no"),
    ("I was told the soleus doesn't insert into the Achilles. Is that what the article says?", "no"),
    ("The soleus doesn't cross the knee. Is he right?", "yes"),
    ("Do the gastrocnemius and the soleus insert into the same tendon?", "yes"),
    ("Are the knees held any differently in the donkey raise than in the standing raise?", "no"),
    ("Is the angle of my feet what matters most in calf training?", "no"),
    ("The standing raise is for the deep muscle and the seated raise for the inner head. Is it?", "no"),
    ("Does inner calf mean the soleus?", "no"),
    ("Is inner calf another name for the medial head?", "yes"),
    ("Point the toes forward and both heads get about the same work. Agree?", "yes"),
    ("For calf presses, do my feet belong at the top of the foot plate?", "no"),
    ("Is it a lie that going too heavy shortens your range?", "no"),
    ("Is it a lie that the soleus doesn't cross the knee?", "no"),
    ("Am I wrong to say the soleus doesn't cross the knee?", "no"),
    ("Am I wrong to say the soleus crosses the knee?", "yes"),
    ("Is it wrong that toes out trains the outer head?", "no"),
    ("Quiz night: the soleus lies on top and the gastrocnemius underneath, correct?", "no"),
    ("I don't have a partner, can I still do donkey calf raises?", "yes"),
    ("You stay upright in donkey raises, don't you?", "no"),
    ("Mon Wed Fri Sat calves. One too many?", "yes"),
    ("donkey raises but my gym has no machine, can a friend sit on me instead", "yes"),
    ("My English is not good: does the soleus lie under the gastrocnemius?", "yes"),
    ("is there a separate inner calf muscle, can't see one", "no"),
    ("Bias, not isolation: is that what is meant?", "yes"),
    ("Should I worry more about toe angle than about full range of motion?", "no"),
    ("Is it true that foot position is less important as good technique?", "yes"),
    ("Can clever foot placement replace progressive overload?", "no"),
    ("Is foot position secondary to a full range of motion?", "yes"),
    ("Is good form secondary to foot position?", "no"),
    ("Is foot position really as important as proper form?", "no"),
    ("Foot position isn't as important as good form, right?", "yes"),
    ("Do I have to have a partner for donkey raises, or is there another way?", "no"),
    ("So I don't have to own a machine for standing calf raises, correct?", "yes"),
    ("I don't need a partner for donkey raises, do I?", "yes"),
    ("No machine needed for the standing calf raise, right?", "yes"),
    ("must i use the donkey machine for donkey raises", "no"),
    ("Is the soleus strongly affected by knee position?", "no"),
    ("Is the soleus just as dependent on knee position as the gastrocnemius?", "no"),
    ("Does knee bend affect the soleus more than it affects the gastrocnemius?", "no"),
    ("is turning the toes in enough by itself to build real calves", "no"),
    ("Is the donkey calf raise done with a bent torso?", "yes"),
    ("Is it correct to say that the gastrocnemius lies under the soleus?", "no"),
    ("I do 30 sets of calves weekly. Is that more than what's suggested?", "yes"),
    ("tell me if 5 sets a week is within the range for calves", "no"),
    ("I was wondering whether the soleus crosses the knee.", "no"),
    ("Isn't it true that the soleus is a broad flat muscle?", "yes"),
    ("my trainer puts my toes out for the inner calf, thats wrong innit", "yes"),
    ("are the medial head and the inner calf two different things", "no"),
    ("Knee straight for the gastroc, knee bent for the soleus: have I got it right?", "yes"),
    ("Knee straight for the soleus, knee bent for the gastroc: have I got it right?", "no"),
    ('My notes say "endurance = 8-12 reps, hypertrophy = 15-25 reps". Have I got that right?', "no"),
    ("can i use a regular step instead of a calf block for standing raises", "yes"),
    ("with toes in does the outer head stop working", "no"),
    ("seated raises any good for the soleus", "yes"),
    ("I do 7 sets on Tuesday and 7 on Friday. Inside the recommendation?", "yes"),
    ("Does the partner sit on your shoulders in the donkey raise?", "no"),
    ("Is turning the toes in more important than going all the way up and down?", "no"),
    ("i stop short of the top on every rep. does it matter", "yes"),
    ("Are toes-in and toes-out equally good for the inner head?", "no"),
]


@pytest.mark.parametrize(("question", "verdict"), CASES)
def test_a_verdict_is_on_what_the_question_says(question, verdict, pipeline):
    """Denials, "only", opposites and the order of a comparison turn a verdict; a negated opening does not."""
    answer = pipeline.ask(Question(question))
    assert (answer.boolean, answer.lead.lower().startswith(verdict)) == (verdict, True), answer.lead


def test_only_is_refuted_by_what_else_there_is(pipeline):
    """The other things are named, and parts of the one claimed are none of them."""
    answer = pipeline.ask(Question("Does only the gastrocnemius insert into the Achilles tendon?"))
    assert "soleus" in {item.label for item in answer.items}
    assert not any("head" in item.label for item in answer.items)


@pytest.mark.parametrize(("question", "verdict"), CASES[:8])
def test_capitals_change_no_verdict(question, verdict, pipeline):
    """A "not" is heard in "DOESN'T" too, where only that word is shouted and where all are."""
    shouted = question.replace("doesn't", "DOESN'T").replace("Doesn't", "DOESN'T")
    for text in (question.upper(), shouted):
        assert pipeline.ask(Question(text)).boolean == verdict, text


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            "Does turning the toes in spare the inner calf?",
            "No, not as you put it, by the article: ",
        ),
        ("Does the lateral head rest while the toes are in?", "No, not as you put it: "),
    ],
)
def test_a_learnt_verdict_against_a_statement_says_so(text, begins, pipeline):
    """What is stated then seems to say the contrary, so the verdict is tied to the words of the question."""
    answer = pipeline.ask(Question(text))
    assert (answer.boolean, answer.lead.startswith(begins)) == ("no", True), answer.lead


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Is the soleus affected by how bent the knee is?", "Only a little: "),
        ("Is soleus recruitment dependent on how much the knee is bent?", "Only a little: "),
        ("Does the soleus stay unaffected when I straighten my knee?", "Almost: "),
    ],
)
def test_a_statement_of_little_is_neither_yes_nor_no(text, begins, pipeline):
    """What hardly changes is neither changed nor the same."""
    answer = pipeline.ask(Question(text))
    assert (answer.boolean, answer.lead.startswith(begins)) == ("qualified", True), answer.lead


def test_little_is_confirmed_where_little_is_asked(pipeline):
    """The question has the word that the statement hedges with."""
    assert pipeline.ask(Question("Is the soleus little affected by knee position?")).boolean == "yes"


def test_a_way_with_no_more_is_told_alone(pipeline):
    """Beside "yes, with only a partner" the machine that does instead is not listed."""
    lead = pipeline.ask(Question("Is the donkey raise possible with only a partner?")).lead
    assert lead == "Yes: it can be done with a calf block and a training partner."


def test_only_is_refuted_with_what_it_was_claimed_of(pipeline):
    """What is true of both is said of both."""
    lead = pipeline.ask(Question("Does a straight knee maximally engage just the medial head?")).lead
    assert all(said in lead for said in ("No: ", "medial head", "lateral head"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Does a bent knee maximally engage the gastrocnemius?", "a bent knee minimally engages"),
        ("Is foot position important for building calves?", "but it is secondary"),
        ("Can foot position isolate the medial head?", "only shifts the emphasis"),
    ],
)
def test_a_no_says_what_is_so_of_the_same_things(text, said, pipeline):
    """It would otherwise claim more than the article does."""
    answer = pipeline.ask(Question(text))
    assert (answer.boolean, said in answer.lead) == ("no", True), answer.lead


def test_a_number_that_is_denied_is_said_to_be_another(pipeline):
    """A bare "yes: two" would seem to affirm three."""
    answer = pipeline.ask(Question("It's a myth that the gastrocnemius has three heads, right?"))
    assert answer.lead.startswith("Yes, the number is another one: there are two muscle heads")
