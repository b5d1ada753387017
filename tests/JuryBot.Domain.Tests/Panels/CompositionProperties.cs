using CsCheck;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Tests.Panels;

/// <summary>The ruleset against a second, naive reading of the sheet.</summary>
public sealed class CompositionProperties
{
    private static readonly Gen<PanelMember> Right =
        from person in Gen.Int[0, 400]
        from role in Gen.OneOf(Panel.FinalRoles)
        select Panel.Seat($"p{person}", role);

    private static readonly Gen<PanelMember> Random =
        from person in Gen.Int[0, 40]
        from role in Gen.OneOf([.. Panel.FinalRoles, "cook"])
        from external in Gen.Bool
        from college in Gen.OneOf<College?>(null, College.Employer, College.Employee)
        from appointed in Gen.Bool
        select new PanelMember($"p{person}", role, external, college, appointed);

    /// <summary>Panels of up to twelve: the five of the sheet or nobody, others who fit, and now and then anybody.</summary>
    private static readonly Gen<List<PanelMember>> Panels =
        from five in Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        from fitting in Right.List[0, 7]
        from anybody in Gen.Frequency((3, Gen.Const(new List<PanelMember>())), (1, Random.List[0, 5]))
        from order in Gen.Int[0, 11]
        let members = (five ? Panel.Five() : []).Concat(fitting).Concat(anybody).Take(12).ToList()
        let turn = members.Count == 0 ? 0 : order % members.Count
        select members.Skip(turn).Concat(members.Take(turn)).ToList();

    [Fact]
    public void A_panel_may_sit_exactly_when_the_naive_reading_says_so() =>
        Panels.Sample(panel => Assert.Equal(MaySit(panel), Panel.Check(panel).Count == 0), iter: 20_000);

    [Fact]
    public void Every_way_to_fill_up_to_twelve_seats_agrees_with_the_naive_reading()
    {
        var valid = new SortedDictionary<int, SortedSet<int>>();
        foreach (var counts in Counts(6, 12))
        {
            var panel = Panel.Of(counts.SelectMany((count, role) => Enumerable.Repeat(Panel.FinalRoles[role], count)));
            var maySit = MaySit(panel);
            Assert.Equal(maySit, Panel.Check(panel).Count == 0);
            if (maySit)
            {
                valid.TryAdd(panel.Count, []);
                valid[panel.Count].Add(counts[1]);
            }
        }

        Assert.Equal([5, 7, 8, 9, 10, 11, 12], valid.Keys);
        Assert.Equal([1], valid[5]);
        Assert.Equal([2], valid[7]);
        Assert.Equal([2], valid[8]);
        Assert.Equal([2, 3], valid[9]);
    }

    [Fact]
    public void Valid_sizes_agree_with_what_some_panel_can_be()
    {
        (from percent in Gen.Int[1, 100] from parity in Gen.Bool select (percent, parity)).Sample(
            rules =>
            {
                var ruleset = Certification.Rncp31168.Ruleset with { MinExternalPercent = rules.percent, Parity = rules.parity };
                var sizes = Counts(6, 9)
                    .Select(counts => Panel.Of(counts.SelectMany((count, role) => Enumerable.Repeat(Panel.FinalRoles[role], count))))
                    .Where(panel => panel.Count > 0 && ruleset.Check(Certification.Rncp31168.Final, panel).Count == 0)
                    .Select(panel => panel.Count).Distinct().Order();
                Assert.Equal(sizes, ruleset.ValidSizes(Certification.Rncp31168.Final, 9));
            },
            iter: 30);
    }

    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Panels.Sample(panel => Assert.Equal(Panel.Broken(panel).Order(), Panel.Broken([.. panel.AsEnumerable().Reverse()]).Order()), iter: 2_000);

    /// <summary>The sheet, word by word, and certification by numbers: k employers, k employees, k ≥ 1, 5k ≥ N, 2k ≤ N − 3.</summary>
    private static bool MaySit(List<PanelMember> panel)
    {
        var n = panel.Count;
        var employers = panel.Where(m => m.Role is "president" or "employerRepresentative").ToList();
        var employees = panel.Where(m => m.Role is "employeeRepresentative").ToList();
        var k = employers.Count;
        return panel.TrueForAll(m => Panel.FinalRoles.Contains(m.Role))
            && panel.Select(m => m.Person).Distinct().Count() == n
            && panel.Count(m => m.Role == "president") == 1
            && panel.Single(m => m.Role == "president").Appointed
            && employers.TrueForAll(m => m is { External: true, College: College.Employer })
            && employees.TrueForAll(m => m is { External: true, College: College.Employee })
            && employees.Count == k && k >= 1 && 5 * k >= n && 2 * k <= n - 3
            && panel.Exists(m => m.Role == "directorRepresentative")
            && panel.Exists(m => m.Role == "trainer")
            && panel.Exists(m => m.Role == "pedagogicManager");
    }

    private static IEnumerable<int[]> Counts(int roles, int most) => roles == 0
        ? [[]]
        : from first in Enumerable.Range(0, most + 1) from rest in Counts(roles - 1, most - first) select (int[])[first, .. rest];
}
