import alpha
import beta
