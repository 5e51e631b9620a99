package dev.borderline.model;

/** The questions that mechanisms ask of one another. Each is an interface that one mechanism of the catalog provides. */
public final class Ports {
    private Ports() {}

    /** What a need is about. */
    public interface NeedView {
        /** Worth of the contact in USD. */
        double valueUsd(int household, int need);

        /** Whether money is to be asked for. */
        boolean forMoney(int household, int need);
    }

    /** A channel that costs nothing and carries no risk, tried before any other. */
    public interface OpenChannel {
        /** Tries to meet the need; true when contact was made. */
        boolean meets(int household, int need);
    }

    /** What callers believe. */
    public interface Belief {
        /** Believed probability of arrest in a reference session, by this household. */
        double arrestProbability(int household);

        /** The same without any experience or news: what the prior says. */
        double priorArrestProbability();
    }

    /** The price of being caught. */
    public interface LossIfCaught {
        /** Expected loss Λ of this household in USD. */
        double lossUsd(int household, int aggravation);

        /** Expected loss of a broker in USD: an average household with {@code stakeMultiple} times the stake. */
        double brokerLossUsd(double stakeMultiple);
    }

    /** Where a case may be settled for a price. */
    public enum Stage {
        STREET,
        INVESTIGATION,
        EARLY_RELEASE
    }

    /** The one routine by which an officer and a person in his hands may come to terms. */
    public interface Settling {
        /**
         * Whether the case is settled now.
         *
         * @param remainingYears what is left of the term, for {@link Stage#EARLY_RELEASE} only
         */
        boolean settles(int caseSlot, Stage stage, double remainingYears);
    }

    /** What formal cases face. */
    public interface Sentencing {
        /** Kinds of sentence: training, reform, camp. */
        int KINDS = 3;

        /** Probability of a kind of sentence, 0 training, 1 reform, 2 camp; what is missing to 1 is a warning. */
        double share(int kind, int aggravation);

        /** Length of that kind of sentence in years, as people see it. */
        double perceivedYears(int kind);

        /** Mean pre-trial holding in years. */
        double pretrialYears();
    }

    /** Brokers as their clients see them. */
    public interface BrokerMarket {
        /** Whether a broker's call can be had from this zone. */
        boolean available(int zone);

        /** Fee of a connected call in USD. */
        double feeUsd(int zone);

        /** Length of a brokered call in minutes. */
        double minutes(int zone);

        /** Worth of a call of that length over that of an endless one. */
        double worthShare(int zone);

        /** Whether brokers of this zone call from a remote place. */
        boolean remote(int zone);

        /** Chance that the client is taken with the broker. */
        double clientTakenProbability();
    }

    /** Pursuit of located callers. */
    public interface Pursuit {
        /** Probability that a free team reaches a located caller. */
        double reachProbability();
    }

    /** Control over sessions in progress. */
    public interface Line {
        /** Ends a session in progress before its planned end. */
        void cutOff(int call);
    }
}
