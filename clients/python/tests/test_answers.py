"""The same answers, fingerprints and refusals as the command line."""

import filecmp
import os
import unittest

from helpers import COVERAGE, DOUBLED, LISTENING, SMALL, VILLAGE, WithServer, bl, refused, told, words


class AnswersTest(WithServer):
    def test_run_gives_what_the_command_prints(self):
        answer = bl.run("tightening-2015", **SMALL)
        printed = told("run", "tightening-2015", *words(SMALL))
        self.assertEqual(printed, {key: answer.answer[key] for key in printed})
        self.assertEqual(printed["fingerprint"], answer.fingerprint)
        self.assertEqual(4, len(answer.fingerprints))

    def test_point_estimate_gives_what_the_command_prints(self):
        answer = bl.run("tightening-2015", point_estimate=True, people="2%", replications=2, seed=7)
        printed = told("run", "tightening-2015", "--ensemble", "none", "--people", "2%", "--replications", "2", "--seed", "7")
        self.assertEqual(printed, {key: answer.answer[key] for key in printed})

    def test_settings_change_the_run(self):
        answer = bl.run("tightening-2015", set={"levers.surveillance.coverage": 0.06}, **SMALL)
        printed = told("run", "tightening-2015", "--set", "levers.surveillance.coverage=0.06", *words(SMALL))
        self.assertEqual(printed["fingerprint"], answer.fingerprint)
        self.assertNotEqual(bl.run("tightening-2015", **SMALL).fingerprint, answer.fingerprint)

    def test_rows_have_units_and_numbers(self):
        answer = bl.run("tightening-2015", **SMALL)
        rows = answer.table()
        (arrests,) = rows.where(measure="arrests")
        self.assertEqual("people", arrests["unit"])
        self.assertEqual(answer.measures["arrests"]["median"], arrests["median"])
        self.assertEqual("people", answer.units["arrests"])
        self.assertEqual(len(answer.measures), len(rows))

    def test_long_rows_hold_every_run_and_year(self):
        answer = bl.run("tightening-2015", outcomes=["arrests", "needs"], yearly=True, **SMALL)
        rows = answer.table("runs")
        self.assertEqual(4 * 2 * (1 + 7), len(rows))
        for member in range(4):
            of_member = rows.where(member=member, measure="needs")
            whole = [row["value"] for row in of_member if row["year"] is None]
            years = [row["value"] for row in of_member if row["year"] is not None]
            self.assertAlmostEqual(whole[0], sum(years), delta=1e-6 * whole[0])
        self.assertEqual({"needs"}, {row["unit"] for row in rows if row["measure"] == "needs"})

    def test_compare_gives_what_the_command_prints(self):
        file = self.file("doubled.yaml", DOUBLED)
        answer = bl.compare("tightening-2015", file, outcomes=["arrests", "contact_share"], **SMALL)
        printed = told("compare", "tightening-2015", file, "--outcomes", "arrests,contact_share", *words(SMALL))
        self.assertEqual(printed, {key: answer.answer[key] for key in printed})
        self.assertEqual({"arrests", "contact_share"}, {row["measure"] for row in answer.table()})
        self.assertEqual({"doubled"}, {row["arm"] for row in answer.table()})
        self.assertEqual(16, len(answer.fingerprint))

    def test_arms_with_changes(self):
        more = bl.Arm("tightening-2015", name="more", set={"levers.surveillance.coverage": 0.06})
        answer = bl.compare("tightening-2015", more, outcomes=["arrests"], **SMALL)
        changed = bl.run("tightening-2015", set={"levers.surveillance.coverage": 0.06}, **SMALL)
        runs = answer.fingerprints.where(arm="more").column("fingerprint")
        self.assertEqual(changed.fingerprints.column("fingerprint"), runs)

    def test_sweep_writes_the_folder_that_the_command_writes(self):
        file = self.file("coverage.yaml", COVERAGE)
        mine, theirs = os.path.join(self.folder, "mine"), os.path.join(self.folder, "theirs")
        answer = bl.sweep(file, out=mine)
        printed = told("sweep", file, "--out", theirs)
        self.assertEqual(printed["cells"], answer.answer["cells"])
        for table in ("summary.csv", "runs.csv", "yearly.csv", "ensemble.csv", "design.csv"):
            self.assertTrue(filecmp.cmp(os.path.join(mine, table), os.path.join(theirs, table), shallow=False), table)
        self.assertEqual({0, 1}, {row["point"] for row in answer.table()})

        self.ensemble_is_what_the_sweep_wrote()

    def ensemble_is_what_the_sweep_wrote(self):
        members = bl.ensemble("tightening-2015", members=2)
        self.assertEqual([0, 1], members.column("member"))
        with open(os.path.join(self.folder, "theirs", "ensemble.csv"), encoding="utf-8") as file:
            self.assertEqual(file.readline().strip().split(","), members.columns)
            self.assertEqual([float(number) for number in file.readline().split(",")], list(members[0].values()))

    def test_explain_gives_what_the_command_prints(self):
        base, arm = self.file("village.yaml", VILLAGE), self.file("listening.yaml", LISTENING)
        answer = bl.explain(base, arm, 12, seed=7)
        printed = told("explain", base, arm, "--household", "12", "--seed", "7")
        self.assertEqual(printed, answer.answer)

    def test_scenarios_and_measures(self):
        names = bl.scenarios().column("name")
        self.assertIn("tightening-2015", names)
        self.assertIn("arrests", bl.measures().column("name"))
        self.assertIn("extends:", bl.scenario("leniency")["yaml"])
        self.assertEqual("doubled", bl.scenario(self.file("doubled.yaml", DOUBLED))["name"])

    def test_progress_is_told_up_to_the_end(self):
        told_of = []
        bl.run("tightening-2015", seed=11, progress=lambda done, total: told_of.append((done, total)), **SMALL)
        self.assertEqual((4, 4), told_of[-1])
        self.assertEqual(sorted(told_of), told_of)


class RefusalsTest(WithServer):
    def check(self, call, *arguments):
        with self.assertRaises(bl.BadInput) as caught:
            call()
        printed = refused(*arguments)
        self.assertIn(str(caught.exception).strip(), printed)
        self.assertNotEqual("", str(caught.exception))

    def test_unknown_scenario(self):
        self.check(lambda: bl.run("tightening"), "run", "tightening")

    def test_unknown_input(self):
        self.check(
            lambda: bl.run("leniency", set={"levers.surveillance.cover": 1}),
            "run", "leniency", "--set", "levers.surveillance.cover=1")

    def test_value_out_of_range(self):
        self.check(
            lambda: bl.run("leniency", set={"levers.surveillance.coverage": 2}),
            "run", "leniency", "--set", "levers.surveillance.coverage=2")

    def test_unknown_outcome(self):
        self.check(
            lambda: bl.compare("leniency", "tightening-2015", outcomes=["arests"]),
            "compare", "leniency", "tightening-2015", "--outcomes", "arests")

    def test_number_of_members(self):
        self.check(lambda: bl.run("leniency", members=0), "run", "leniency", "--members", "0")

    def test_misspelt_key_of_a_file_is_named_with_its_line(self):
        file = self.file("misspelt.yaml", DOUBLED.replace("title:", "titel:"))
        self.check(lambda: bl.run(file), "run", file)
        self.check(lambda: bl.compare("leniency", file), "compare", "leniency", file)

    def test_file_that_is_not_there(self):
        missing = os.path.join(self.folder, "missing.yaml")
        self.check(lambda: bl.run(missing), "run", missing)

    def test_refusals_are_value_errors(self):
        with self.assertRaises(ValueError):
            bl.run("nowhere")


if __name__ == "__main__":
    unittest.main()
