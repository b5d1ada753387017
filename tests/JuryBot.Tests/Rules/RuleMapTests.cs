using System.Reflection;
using JuryBot.Domain.Tests.Exams;

namespace JuryBot.Tests.Rules;

/// <summary>Which tests hold each statement of the certification's rules, by its section, and which statements none holds yet.</summary>
public sealed class RuleMapTests
{
    private static readonly (string Rule, string[] Tests)[] Map =
    [
        ("1 Registry code, level, NSF, ROME, no Formacode, signatory", ["It_is_registered_under_its_code_level_and_dates", "Its_French_words_are_the_sheets"]),
        ("1 About 15 graduates a year; a season of them can be held", ["It_is_registered_under_its_code_level_and_dates", "The_same_seed_gives_the_same_season_also_when_JuryBot_is_killed_again_and_again_in_the_middle_of_it"]),
        ("1 Who entered outside the registration is refused; a jury after it needs one written reason; renewals are data", ["One_enters_within_the_registration_its_first_and_last_day_included", "A_jury_after_the_registration_needs_a_written_reason", "A_reason_does_not_help_who_entered_too_late", "A_renewal_admits_who_enters_within_it", "A_renewal_comes_after_the_documents_registration_and_an_official_one_is_preferred"]),
        ("1 Certification site Paris; preparation sites Paris and Lyon", ["It_is_certified_in_Paris_and_prepared_in_Paris_and_Lyon"]),
        ("1 Predecessor sheet 25470; territories unknown, not guessed", ["It_is_registered_under_its_code_level_and_dates"]),
        ("2 Five blocks with their competencies, one criterion each", ["It_has_five_blocks_with_two_four_four_three_and_two_competencies", "An_intermediate_jury_judges_the_competencies_of_its_block"]),
        ("2 Words are the sheet's own: titles, modalities and deliverables of blocks 1 to 5", ["Its_French_words_are_the_sheets"]),
        ("2 Every block's assessment ends with the oral; ids are the printed numbers; components 1 to 5 are blocks 3, 2, 5, 4, 1", ["It_has_five_blocks_with_two_four_four_three_and_two_competencies"]),
        ("2 Block 4 is group work", ["It_has_five_blocks_with_two_four_four_three_and_two_competencies", "Group_work_is_for_an_intermediate_jury_of_the_block_whose_modality_it_is"]),
        ("2 Deliverables are a help, ticked or not applicable, never a condition", ["A_deliverable_is_seen_or_not_applicable_and_never_both"]),
        ("3 Intermediate jury: one block, at least 2 professionals by default, a warning when fewer", ["Two_professionals_may_sit", "Fewer_than_the_minimum_is_a_warning", "The_organisation_sets_the_minimum", "An_intermediate_jury_with_one_professional_left_may_sit_with_a_warning"]),
        ("3 Final jury: its own sheet; its members see the intermediate results of every block", ["A_final_jury_judges_the_synthesis_block_and_the_oral", "A_final_jury_decides_every_block_and_an_intermediate_one_proposes_its_own"]),
        ("3.1 President: external, employer, appointed by the director", ["The_president_comes_from_outside_is_an_employer_and_is_appointed", "A_president_whom_the_director_did_not_appoint_is_refused"]),
        ("3.2–3.5 Employee representative, director or representative, trainer, pedagogic manager", ["Its_final_jury_has_the_five_seats_of_the_sheet", "Nobody_may_be_missing"]),
        ("3 40 % external in equal parts, in integers; valid sizes", ["The_five_of_the_sheet_may_sit", "Two_externals_of_six_are_too_few", "Three_externals_of_six_are_not_at_parity", "Valid_sizes_are_five_and_seven_or_more_never_six", "Every_way_to_fill_up_to_twelve_seats_agrees_with_the_naive_reading"]),
        ("3 An external of no college does not count; all roles present; one role for one person", ["An_external_of_no_college_does_not_count", "The_other_three_roles_never_count_as_external", "One_person_holds_one_role"]),
        ("3 Composition is checked at the convening, the exam's opening and the deliberation's, for who is really there", ["An_irregular_panel_is_refused_with_the_rules_it_breaks", "Composition_is_checked_for_each_candidate_without_who_recused_themself_and_only_that_exam_stays_closed", "A_panel_that_a_recusal_leaves_short_does_not_deliberate", "A_panel_that_lost_a_member_since_the_deliberation_opened_decides_nothing"]),
        ("3 Before an exam begins a substitute of the same role may sit, or surplus members stand down", ["A_substitute_takes_the_seat_and_only_the_two_and_the_event_change", "A_surplus_member_stands_down_to_restore_parity_and_judges_nobody", "A_member_of_the_other_college_stands_down_for_the_candidate_another_stepped_back_from_and_the_exam_opens", "A_president_may_be_replaced_by_someone_appointed_beforehand"]),
        ("3 Once begun nobody new judges; a panel that falls short holds the exam anew", ["A_substitute_sits_for_the_exams_that_have_not_begun_and_for_no_other", "Who_leaves_in_the_middle_judges_nobody_undecided_and_a_panel_that_falls_short_is_held_anew"]),
        ("3 A sitting keeps the ruleset it was convened under", ["A_sitting_keeps_the_rules_it_was_convened_under"]),
        ("3 Each finding quotes the sheet", ["Every_finding_quotes_the_sheet"]),
        ("4 Open routes; a candidate on a closed route is refused with the reason", ["Its_open_routes_are_those_the_sheet_gives_a_jury_for", "A_closed_route_is_refused_with_its_reason"]),
        ("5 Proposed, then acquired, then certified", ["An_intermediate_result_is_a_proposal", "A_certificate_waits_for_the_publication_of_its_own_block"]),
        ("5 Intermediate results are proposals; deciding otherwise needs a written reason", ["Deciding_otherwise_than_proposed_needs_a_reason", "Deciding_as_proposed_or_what_nobody_proposed_needs_none"]),
        ("5 An acquired block is permanent; only an annulment undoes it", ["An_acquired_block_is_permanent_and_is_not_judged_again", "An_annulled_acquisition_takes_its_certificate_and_leaves_what_stood_before", "An_annulment_needs_a_reason_and_something_to_annul"]),
        ("5 A decision is entered once; a mistake or an appeal is annulled and decided anew; history stays", ["A_result_is_entered_once", "The_director_annuls_a_decision_and_the_same_jury_decides_anew_with_the_history_kept", "A_granted_appeal_sends_the_candidate_before_another_jury_and_the_minutes_are_acknowledged_again", "The_director_annuls_a_decision_and_the_same_jury_decides_anew_while_the_record_keeps_both"]),
        ("5 Full title: five blocks, an appearance and a decision; refusing it needs a reason", ["Five_blocks_an_appearance_and_a_decision_are_the_title", "Five_blocks_alone_are_not_the_title", "An_appearance_at_an_earlier_session_counts", "Refusing_the_title_to_someone_with_both_needs_a_reason"]),
        ("5 Synthesis block is a setting; an intermediate jury on it is advice and proposes nothing", ["A_final_jury_follows_the_organisations_synthesis_block", "Nothing_is_proposed_for_the_synthesis_block", "An_intermediate_jury_on_the_synthesis_block_is_advice_and_proposes_nothing"]),
        ("5 Block access: certificates block by block, no title", ["Block_access_decides_the_blocks_asked_for_and_no_title", "Block_access_gives_a_certificate_a_block"]),
        ("5 Partial validation: a certificate per acquired block", ["A_partial_validation_gives_a_certificate_a_block_whose_number_can_be_made_again", "Some_blocks_are_a_partial_award_and_none_is_none"]),
        ("5 N+1 for initial training; later with a reason; other routes without limit", ["Initial_training_comes_before_its_own_jury_or_the_next_promotions", "Later_needs_a_written_reason", "Other_routes_have_no_limit"]),
        ("5 VAE: livret 2, no intermediate jury, may be partial", ["Experience_is_decided_without_any_intermediate_jury", "A_final_jury_for_experience_judges_all_fifteen_competencies_and_the_interview"]),
        ("5 The jury decides: ternary judgment, optional mark, comment unless acquired", ["A_submission_names_every_fault_by_criterion", "Marks_are_read_as_people_write_them"]),
        ("5 Votes; casting vote for VAE and where set; another tie is not acquired; abstention by the organisation", ["The_chair_has_a_casting_vote_on_VAE_and_elsewhere_as_the_organisation_sets", "A_tie_is_settled_by_a_casting_vote_or_not_carried", "Everyone_who_judges_votes_and_nobody_else"]),
        ("5 Group work: one deliverable and slot, individual results", ["Group_work_is_for_an_intermediate_jury_of_the_block_whose_modality_it_is", "A_group_is_convened_for_one_slot_and_each_member_on_their_own", "Each_member_is_judged_and_decided_on_alone_and_one_who_is_absent_takes_nobody_along", "A_jurors_sheet_of_the_next_member_begins_with_the_deliverables_they_ticked_and_nothing_else", "A_group_of_three_shares_a_slot_one_is_absent_and_the_two_who_are_heard_have_each_their_own_result"]),
        ("6 Links that keep people off, by route; institutional ones flagged", ["Family_hierarchy_business_and_employment_keep_everybody_off_on_every_route", "For_experience_every_link_past_ones_included_keeps_everybody_off", "The_trainer_and_the_pedagogic_manager_know_the_candidate_by_design", "What_is_past_counts_for_experience_only"]),
        ("6 A declaration of independence by session, kept", ["Each_signature_is_kept_the_last_one_counts_and_the_same_again_is_none", "Who_joins_later_leaves_it_incomplete_for_them_alone", "What_is_declared_is_a_link_and_nobody_takes_back_what_a_roster_says", "A_declaration_is_asked_in_the_convocation_signed_by_card_kept_by_session_and_changes_what_the_jury_looks_like", "A_juror_without_an_account_signs_on_the_page_their_convocation_leads_to_and_nothing_is_written_before", "An_opening_names_who_has_not_signed_and_takes_who_is_linked_off_their_candidate_and_the_minutes_say_who_signed", "Where_declarations_are_required_everybody_is_asked_by_a_card_the_opening_waits_and_who_joins_is_asked_about_alone"]),
        ("6 A juror recuses themself until their sheet is submitted; the reason is kept", ["A_member_recuses_themself_with_a_reason_and_their_draft_goes"]),
        ("6 Sheets are blind until the deliberation, which waits for every sheet or a waiver and locks them", ["Until_the_deliberation_opens_nothing_of_a_sheet_is_seen_by_anyone_else_and_then_it_is_locked", "Whatever_a_juror_writes_nobody_who_may_not_read_it_sees_any_difference_before_or_after", "It_opens_only_for_the_chair_and_when_every_sheet_is_in", "A_missing_sheet_is_waived_by_the_chair_with_a_reason_and_a_draft_is_shown_to_nobody", "Opening_locks_every_sheet_and_shows_them_to_the_other_members"]),
        ("6 Until it closes coordinators see who has submitted and nothing else; afterwards they and the director may read; aggregates, timing and counts leak nothing", ["Whatever_a_juror_writes_nobody_who_may_not_read_it_sees_any_difference_before_or_after", "Every_button_does_for_each_person_and_state_what_the_rules_say_and_nothing_else", "Nobody_but_the_panel_grades_and_nobody_but_the_chair_opens_or_decides"]),
        ("7 The minutes list panel, composition, recusals, decisions, votes, observations, acknowledgements and a fingerprint", ["The_minutes_are_acknowledged_as_they_were_read_once_and_the_coordinator_sees_who_has_and_who_has_not", "Votes_are_counted_minutes_acknowledged_and_a_candidate_sees_what_was_written_once_it_is_granted", "The_chair_reports_what_happens_and_the_sitting_its_people_and_its_minutes_follow"]),
        ("7 The panel is frozen when the exam opens, and what happened to it is kept", ["Opening_freezes_the_panel_and_sends_every_member_their_sheets", "Once_open_the_panel_is_frozen"]),
        ("7 Who may read what", ["Every_button_does_for_each_person_and_state_what_the_rules_say_and_nothing_else", "Outcomes_are_told_once_they_are_published_to_each_candidate_alone_and_a_second_publication_changes_nothing", "Who_stepped_back_from_a_candidate_reads_no_decision_on_them_and_long_minutes_are_acknowledged_on_the_last_page_of_the_card", "A_candidate_deposits_by_every_door_and_who_judges_them_reads_it_and_nobody_else"]),
        ("7 Retention is configurable: sheets and minutes 5 years, the award register for good, chat references and calendar ids 6 months", ["Retention_deletes_what_is_old_enough_keeps_the_rest_and_says_so", "An_erased_candidate_is_gone_but_for_what_must_be_kept_and_every_ledger_still_fits", "The_register_names_every_award_once_and_keeps_an_annulled_one"]),
        ("7 On request a candidate sees what was written about them; all that is about them is exported", ["An_export_is_all_that_is_about_a_candidate_and_nothing_of_another_nor_before_its_publication"]),
        ("7 No national identity number is ever asked for", ["No_national_identity_number_is_asked_for_anywhere"]),
    ];

    private static readonly HashSet<string> NotYetHeld =
    [
    ];

    [Fact]
    public void Every_rule_is_held_by_tests_that_exist_or_said_not_to_be_yet()
    {
        var known = new[] { typeof(RuleMapTests).Assembly, typeof(RandomSequences).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.GetCustomAttributes<FactAttribute>(inherit: true).Any())
            .Select(method => method.Name)
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(Map.SelectMany(entry => entry.Tests), test => Assert.Contains(test, known));
        Assert.Equal(NotYetHeld.Order(StringComparer.Ordinal), Map.Where(entry => entry.Tests.Length == 0).Select(entry => entry.Rule).Order(StringComparer.Ordinal));
    }
}
