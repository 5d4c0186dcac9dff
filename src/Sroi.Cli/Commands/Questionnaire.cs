namespace Sroi.Cli.Commands;

/// <summary>The questions of <c>sroi new</c>, in everyday words.</summary>
internal static class Questionnaire
{
    /// <summary>The most outcomes that are asked about.</summary>
    public const int MostOutcomes = 9;

    private const string LivingWage = "unit_costs.time.volunteer_hour_living_wage";

    /// <summary>The questions about the service.</summary>
    public static readonly Question[] Service =
    [
        new("title", "What is the service called?", "Riverside Peer Support", AnswerKinds.Text),
        new(
            "asks",
            "What question should the analysis answer?",
            "What is the return on each pound spent on Riverside?",
            AnswerKinds.Text,
            "What is the return on each pound spent on the service, and to whom?"
        ),
        new(
            "delivery",
            "How is it delivered? Write a number or its name. It is used to group and compare services and changes no figure.",
            "1",
            AnswerKinds.Delivery
        )
        {
            Choices =
            [
                new("co-produced", "co-produced: users and professionals plan and deliver it together"),
                new("service-user-led", "service-user-led: people who use it run it"),
                new("evidence-based-practice", "evidence-based-practice: professionals deliver what studies support"),
                new("community-involvement", "community-involvement: a community takes part in it, for example as volunteers"),
                new("user-centred-design", "user-centred-design: designed with its users, delivered by professionals"),
                new("mixed", "mixed: several of these"),
                new("conventional", "none of these (conventional)"),
            ],
        },
        new("who", "Who is it for? Use words, or new: and a name.", "older people", AnswerKinds.Party),
        new("asked", "How were they asked what changed for them? (no, if they were not asked)", "interviews", AnswerKinds.Text, "no"),
        new("people", "How many people take part each year?", "60", AnswerKinds.Positive),
        new("people-source", "Where does that number come from?", "attendance register 2025", AnswerKinds.Text, Sources.Estimate),
        new("cost", "What does it cost each year, in pounds, counting everything that is paid?", "£85,000", AnswerKinds.Positive),
        new("cost-source", "Where does that number come from?", "accounts 2024-25", AnswerKinds.Text, Sources.Estimate),
        new("price-year", "Which financial year is that cost from? Results are in the prices of that year.", "2024-25", AnswerKinds.Year),
        new("paid-by", "Who pays for it? Use words, or new: and a name.", "NHS", AnswerKinds.Party),
        new("volunteer-hours", "How many hours of unpaid time are given each year? (0 for none)", "400", AnswerKinds.NotNegative, "0"),
        new(
            "volunteer-rate",
            "What is an hour of it worth? Write a number of the list, or words to look for another rate.",
            "1",
            AnswerKinds.HourlyRate,
            LivingWage
        )
        {
            IsAsked = asked => asked["volunteer-hours"] is not (null or "0"),
            Choices =
            [
                new(LivingWage, "at least the National Living Wage (the cautious choice)"),
                new("unit_costs.time.volunteer_hour_replacement", "what a paid care worker would cost in their place"),
            ],
        },
        new("years", "For how many years will it run?", "3", AnswerKinds.WholeYears, "1"),
        new("first-year", "In which financial year does it start?", "2025-26", AnswerKinds.Year, "the year of the cost"),
    ];

    /// <summary>The questions about one outcome.</summary>
    public static readonly Question[] Outcome =
    [
        new("change", "Which change do you want to value?", "Members go to A&E less often", AnswerKinds.Text)
        {
            TextFor = asked =>
                asked.Outcome > 1
                    ? "Which other change do you want to value?"
                    : "Which change for these people do you want to value? (start with one)",
        },
        new("direction", "Is it a change for the better or for the worse?", "better", AnswerKinds.BetterOrWorse, "better"),
        new(
            "proxy",
            "What is one unit of this change worth? Write words to look for a unit cost, such as hospital bed, or its id.",
            "A&E attendance",
            AnswerKinds.UnitCost
        ),
        new("amount", "How much of it does each person have in a year?", "1.2", AnswerKinds.Amount)
        {
            TextFor = asked =>
                ScenarioText.CountsPeople(asked)
                    ? "For what share of the people is it so in a year, for example 10%? A share may also be of what there was before: 17% of 60%."
                    : $"How much of it is there for each person in a year, in the unit of that cost ({ScenarioText.CountedIn(asked)})? A number, or a share of what there was before: 17% of 7.5.",
        },
        new("amount-source", "Where does that number come from?", "survey of 24 members", AnswerKinds.Text, Sources.Estimate),
        new("lasts", "How long does the change last for each person? (2 years, 18 months)", "1 year", AnswerKinds.Duration, "1 year"),
        new("deadweight", "What share would have happened anyway? (people who join at their worst tend to improve)", "25%", AnswerKinds.Share),
        new("displacement", "What share was only moved from elsewhere, for example from another service?", "0%", AnswerKinds.Share, "0%"),
        new("attribution", "What share is due to others (family, other services)?", "20%", AnswerKinds.Share),
        new("drop-off", "What share of the change is lost each year after the first?", "30%", AnswerKinds.Share, "0%"),
        new("more", "Is there another change to value, for better or worse? (yes or no)", "no", AnswerKinds.YesNo, "no"),
    ];

    /// <summary>The last question.</summary>
    public static readonly Question NotValued = new(
        "not-valued",
        "Which changes matter but cannot be valued? Separate them by semicolons. They are listed beside the result.",
        "belonging; trust",
        AnswerKinds.Text,
        "none"
    );

    /// <summary>Every question that an option answers; the options for outcomes answer for the first one.</summary>
    public static readonly Question[] All = [.. Service, .. Outcome, NotValued];

    /// <summary>The questions that the answers so far lead to, in their order, with the number of the outcome that each is about (0 for the service).</summary>
    /// <param name="answers">The answers by key.</param>
    public static IEnumerable<(Question Question, int Outcome)> Steps(IReadOnlyDictionary<string, string> answers)
    {
        foreach (Question question in Service)
        {
            yield return (question, 0);
        }

        for (int outcome = 1; outcome <= Outcomes(answers); outcome++)
        {
            foreach (Question question in Outcome.Where(q => q.Option != "more" || outcome < MostOutcomes))
            {
                yield return (question, outcome);
            }
        }

        yield return (NotValued, 0);
    }

    /// <summary>How many outcomes the answers so far have, at least one.</summary>
    public static int Outcomes(IReadOnlyDictionary<string, string> answers)
    {
        int outcomes = 1;
        while (outcomes < MostOutcomes && answers.GetValueOrDefault(Asked.KeyOf("more", outcomes)) == "yes")
        {
            outcomes++;
        }

        return outcomes;
    }
}
