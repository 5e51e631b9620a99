package dev.borderline.model;

/** The questions that mechanisms ask of one another. Each is an interface that one mechanism of the catalog provides. */
public final class Ports {
    private Ports() {}

    /** Content of a need. */
    public interface NeedView {
        /** Worth of the contact in USD. */
        double valueUsd(int household, int need);

        /** Some worth that {@link #valueUsd} is not below, for less work. */
        default double valueAtLeastUsd(int household, int need) {
            return valueUsd(household, need);
        }

        /** True if money is to be asked for. */
        boolean forMoney(int household, int need);
    }

    /** A channel that costs nothing and carries no risk, tried before any other. */
    public interface OpenChannel {
        /** Tries to meet the need; true when contact was made. */
        boolean meets(int household, int need);
    }

    /** Beliefs of callers. */
    public interface Belief {
        /** Believed probability of arrest in a reference session, by this household. */
        double arrestProbability(int household);

        /** The same without any experience or news: what the prior says. */
        double priorArrestProbability();
    }

    /** The price of being caught; as it stands, nothing. */
    public interface LossIfCaught {
        /** Expected loss Λ of this household in USD. */
        default double lossUsd(int household, int aggravation) {
            return 0;
        }

        /** Some loss that {@link #lossUsd} is not above, for less work. */
        default double lossAtMostUsd(int household, int aggravation) {
            return lossUsd(household, aggravation);
        }

        /** Expected loss of a broker in USD: an average household with {@code stakeMultiple} times the stake. */
        default double brokerLossUsd(double stakeMultiple) {
            return 0;
        }
    }

    /** Contact between a household and its relatives. */
    public interface ContactView {
        /** True if the last completed contact is younger than a year. */
        boolean inContact(int household);
    }

    /** The way of goods over the border. */
    public interface Smuggling {
        /** True if a parcel of money for this need passes. */
        boolean passesMoney(int household, int need);
    }

    /** Stage at which a case may be settled for a price. */
    public enum Stage {
        STREET,
        INVESTIGATION,
        EARLY_RELEASE
    }

    /** The one routine by which an officer and a person in his hands may come to terms. */
    public interface Settling {
        /**
         * True if a broker settles; his stake is {@code stakeMultiple} times that of an average household.
         *
         * @param household the client, under whom money is counted and whose draws are used
         * @param occurrence number of the need
         */
        default boolean settlesForBroker(int household, int occurrence, double stakeMultiple) {
            return false;
        }

        /** Probability that a broker settles. */
        default double brokerSettlesProbability(double stakeMultiple) {
            return 0;
        }

        /**
         * Bribe of a household in an officer's hands, in USD; 0 where the two do not come to terms.
         *
         * @param remainingYears what is left of the term, for {@link Stage#EARLY_RELEASE} only
         * @param u uniform that decides whether the officer can be approached
         */
        default double bribeUsd(int household, Stage stage, int aggravation, double remainingYears, double u) {
            return 0;
        }

        /**
         * True if the case is settled now.
         *
         * @param remainingYears what is left of the term, for {@link Stage#EARLY_RELEASE} only
         */
        boolean settles(int caseSlot, Stage stage, double remainingYears);
    }

    /** Sentences that formal cases face. */
    public interface Sentencing {
        /** Kinds of sentence: training, reform, camp. */
        int KINDS = 3;

        /** Probability of a kind of sentence, 0 training, 1 reform, 2 camp; what is missing to 1 is a warning. */
        double share(int kind, int aggravation);

        /** Length of that kind of sentence in years, as people see it. */
        double perceivedYears(int kind);

        /** Mean pre-trial holding in years. */
        double pretrialYears();

        /** Mean length of that kind of sentence in years. */
        default double meanYears(int kind) {
            return perceivedYears(kind);
        }

        /** Share of a term of that kind after which early release may be bought; 1 where it never can. */
        default double earlyReleaseAtShare(int kind) {
            return 1;
        }
    }

    /** Brokers as their clients see them; as it stands, nobody sells calls. */
    public interface BrokerMarket {
        /** True if a broker's call can be had from this zone. */
        default boolean available(int zone) {
            return false;
        }

        /** Fee of a connected call in USD. */
        default double feeUsd(int zone) {
            return 0;
        }

        /** Length of a brokered call in minutes. */
        default double minutes(int zone) {
            return 0;
        }

        /** Worth of a call of that length over that of an endless one. */
        default double worthShare(int zone) {
            return 0;
        }

        /**
         * True if a broker has time for this call now. If not, the client waits until {@link Signals#CLIENT_CALLED}, or gives up.
         */
        default boolean receives(int household, int call) {
            return true;
        }

        /** True if brokers of this zone call from a remote place. */
        default boolean remote(int zone) {
            return false;
        }

        /** Chance that the client is taken with the broker. */
        default double clientTakenProbability() {
            return 0;
        }

        /** Commission of all brokers together on a transfer to this zone, as a share of the amount. */
        default double commissionShare(int zone) {
            return 0;
        }

        /** Brokers of this zone have handed on so much money. */
        default void carries(int zone, double usd) {}

        /** Brokers of this zone have lost so much money of others to officials. */
        default void loses(int zone, double usd) {}

        /** Share of brokers who keep the money. */
        default double dishonestShare() {
            return 0;
        }

        /** A session of brokers of this zone, over which its broker is taken with this probability. */
        default void risks(int zone, double takenProbability) {}

        /** A broker is in an officer's hands over a session of this household; he may settle. */
        default void taken(int household, int need, int sessionZone) {}
    }

    /** Pursuit of located callers. */
    public interface Pursuit {
        /** Probability that a free team reaches a located caller. */
        double reachProbability();

        /** Probability that a caller located now in this zone is reached: 0 where no team is free. */
        default double reachProbability(int zone) {
            return reachProbability();
        }
    }

    /** Fate of a caller whose session was located. */
    public interface Aftermath {
        /** Expected number of arrests more if a team reaches the caller than if not. */
        double arrestsByReach(int call);
    }

    /** Patience of a caller with a line that does not connect. */
    public interface Patience {
        /** Tries before a need is given up. */
        int tries();
    }

    /** Protection from arrest, as a policy grants it: see {@link Arrests#exempt}. */
    @FunctionalInterface
    public interface Immunity {
        /** True while nobody of this household is to be arrested, by whatever route. */
        boolean protects(int household);
    }

    /** Control over sessions in progress. */
    public interface Line {
        /** Ends a session in progress before its planned end. */
        void cutOff(int call);
    }
}
